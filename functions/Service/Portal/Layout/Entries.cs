using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Service.Portal.Layout;

/// <summary>One thing wrong with what was typed.</summary>
/// <param name="Field">The field's name, such as "requester.email"; null where it is about the whole.</param>
/// <param name="Text">What is wrong and how to mend it.</param>
/// <param name="Words">Words that characterise a person, which the writer may change or let stand; null where it is about something else.</param>
public sealed record FieldError(string? Field, string Text, IReadOnlyList<string>? Words = null);

/// <summary>What was typed into a form and what is wrong with it: a page shown again loses nothing.</summary>
/// <param name="Form">The form's name; field ids begin with it, since a page may hold several forms.</param>
/// <param name="Values">Values by field name.</param>
/// <param name="Errors">What is wrong.</param>
public sealed record Entries(string Form, IReadOnlyDictionary<string, StringValues> Values, IReadOnlyList<FieldError> Errors)
{
    private static readonly Dictionary<string, StringValues> Empty = [];

    /// <summary>A form nobody has filled in.</summary>
    public static Entries Blank(string form) => new(form, Empty, []);

    /// <summary>A form filled in beforehand.</summary>
    public static Entries With(string form, params (string Name, string? Value)[] values) =>
        new(form, values.ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value), StringComparer.Ordinal), []);

    /// <summary>What came with a request.</summary>
    public static Entries From(string form, IFormCollection posted) =>
        new(form, posted.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), []);

    /// <summary>These entries where they are of that form, else a blank one.</summary>
    public Entries Of(string form) => form == Form ? this : Blank(form);

    /// <summary>These entries where they are of that form, else that form filled in beforehand.</summary>
    public Entries Or(string form, params (string Name, string? Value)[] values) => form == Form ? this : With(form, values);

    /// <summary>The same with another value in a field.</summary>
    public Entries Set(string name, string value) =>
        this with { Values = new Dictionary<string, StringValues>(Values, StringComparer.Ordinal) { [name] = value } };

    /// <summary>The same with errors.</summary>
    public Entries Wrong(params IReadOnlyList<FieldError> errors) => this with { Errors = [.. Errors, .. errors] };

    /// <summary>The value of a field, trimmed; empty where there is none.</summary>
    public string this[string name] => Values.TryGetValue(name, out var value) ? value.ToString().Trim() : "";

    /// <summary>All values of a field that may have several.</summary>
    public IEnumerable<string> All(string name) => Values.TryGetValue(name, out var value) ? value.OfType<string>() : [];

    /// <summary>The value of a field, or null where it is empty.</summary>
    public string? Optional(string name) => this[name] is { Length: > 0 } value ? value : null;

    /// <summary>The field's value, or one of them, is this.</summary>
    public bool Has(string name, string value) => All(name).Contains(value, StringComparer.Ordinal);

    /// <summary>What is wrong with a field.</summary>
    public string? Error(string name) => Errors.FirstOrDefault(error => error.Field == name)?.Text;

    /// <summary>The id of a field's element.</summary>
    public string Id(string name) => $"{Form}-{name.Replace('.', '-')}";
}
