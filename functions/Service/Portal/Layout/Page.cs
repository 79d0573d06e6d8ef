using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Service.Portal.Layout;

/// <summary>Answers with a page.</summary>
internal static class Page
{
    /// <summary>The page with its frame and what it shows.</summary>
    public static IResult Of<TPage>(Frame frame, object? model = null, int status = StatusCodes.Status200OK) where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Frame"] = frame };
        if (model is not null)
        {
            parameters["Model"] = model;
        }

        return new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }
}
