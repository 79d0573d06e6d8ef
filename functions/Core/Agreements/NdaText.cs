using System.Security.Cryptography;
using System.Text;
using Core.Policy;
using Core.Requests;
using NodaTime;

namespace Core.Agreements;

/// <summary>The agreement with the request's own terms.</summary>
public static class NdaText
{
    /// <summary>Renders the agreement.</summary>
    public static NdaDocument Render(RequestState state, OfficePolicy policy, LocalDate date)
    {
        var text = $"Non-disclosure agreement for request {state.Id}";
        return new(state.Id, 1, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
