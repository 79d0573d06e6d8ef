namespace Core.Routing;

/// <summary>
/// Rule 1 (LTR-2018): finds where immigration or citizenship status is asked for, and takes it out, so that nothing the product keeps
/// holds it. What counts as asking is in <see cref="ImmigrationTerms"/>.
/// </summary>
internal static class ImmigrationStatus
{
    /// <summary>Stands where something was taken out. Names nothing, so that it is never taken for a request itself.</summary>
    public const string Removed = "[removed: what the district neither collects nor shares]";

    /// <summary>Whether an attribute asks for it.</summary>
    public static bool IsAskedBy(string attribute)
    {
        if (IsAskedIn(attribute))
        {
            return true;
        }

        return Disguises.Readings(attribute).Any(words => ImmigrationTerms.AsAttribute.Contains(
            string.Join(' ', words.Select(word => word.Text).Where(word => !ImmigrationTerms.Filler.Contains(word)))));
    }

    /// <summary>Whether a text asks for it.</summary>
    public static bool IsAskedIn(string? text) => Places(text).Count > 0;

    /// <summary>
    /// The text without each sentence that asks for it. Of a sentence that lists other data beside it ("attendance, immigration status and
    /// MCAS scores") only that item goes.
    /// </summary>
    public static string? Without(string? text)
    {
        var asked = Places(text);
        if (text is null || asked.Count == 0)
        {
            return text;
        }

        var kept = new List<string>();
        foreach (var sentence in Whole(TextParts.Sentences(text), asked))
        {
            var places = asked.Where(place => Touch(place, sentence)).ToList();
            var items = places.Count == 0 ? [sentence] : Whole(TextParts.Items(text, sentence), places).ToList();
            var listsMore = items.Exists(item => !places.Exists(place => Touch(place, item)) && Vocabulary.NamesData(text[item.Start..item.End]));
            kept.AddRange(places.Count == 0 || listsMore
                ? items.Select(item => places.Exists(place => Touch(place, item)) ? Replaced(text, item) : text[item.Start..item.End])
                : [Replaced(text, sentence)]);
        }

        return string.Concat(kept);
    }

    /// <summary>
    /// Whether a text that is not a request says it of anybody: a note, a reason, a document. A sentence that says that nobody is asked for it ("the
    /// district does not keep immigration status", "regardless of citizenship") speaks of the subject, not of a person.
    /// </summary>
    public static bool IsSaidIn(string? text)
    {
        var places = Places(text);
        if (places.Count == 0)
        {
            return false;
        }

        foreach (var sentence in TextParts.Sentences(text!))
        {
            var within = places.Where(place => Touch(place, sentence)).ToList();
            if (within.Count == 0)
            {
                continue;
            }

            var words = FoldedWords.Of(text![sentence.Start..sentence.End]);
            var subjects = ImmigrationTerms.Subjects.In(words).Select(subject => new Found(subject.Start + sentence.Start, subject.End + sentence.Start)).ToList();
            if (!ImmigrationTerms.Disclaimers.In(words).Any()
                || within.Exists(place => !subjects.Exists(subject => subject.Start <= place.Start && place.End <= subject.End)))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Found> Places(string? text)
    {
        var places = new HashSet<Found>();
        var harmless = new List<Found>();
        foreach (var words in Disguises.Readings(text ?? ""))
        {
            harmless.AddRange(ImmigrationTerms.NotMeant.In(words));
            places.UnionWith(ImmigrationTerms.Anywhere.In(words));
            places.UnionWith(Disguises.Torn(words));
        }

        return [.. places.Where(place => !harmless.Exists(other => other.Start <= place.Start && place.End <= other.End)).OrderBy(place => place.Start)];
    }

    /// <summary>The parts, those that one place reaches across put together: a line break inside a phrase hides nothing.</summary>
    private static IEnumerable<Found> Whole(IEnumerable<Found> parts, List<Found> places)
    {
        Found? open = null;
        foreach (var part in parts)
        {
            open = open is null ? part : new(open.Start, part.End);
            if (!places.Exists(place => place.Start < part.End && place.End > part.End))
            {
                yield return open;
                open = null;
            }
        }
    }

    private static bool Touch(Found place, Found part) => place.Start < part.End && part.Start < place.End;

    /// <summary>The white space around stays, so that what is left reads as it was typed.</summary>
    private static string Replaced(string text, Found part)
    {
        var inside = text[part.Start..part.End];
        var before = inside.Length - inside.TrimStart().Length;
        return string.Concat(inside.AsSpan(0, before), Removed, inside.AsSpan(inside.TrimEnd().Length));
    }
}
