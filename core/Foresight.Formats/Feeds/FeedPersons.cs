namespace Foresight.Formats.Feeds;

/// <summary>Makes persons of what feeds write: RSS puts name and address into one text, <c>a@example.org (A)</c>, <c>A &lt;a@example.org&gt;</c>, <c>A</c>.</summary>
internal static class FeedPersons
{
    private static readonly char[] Parting = [' ', '(', ')', '<', '>', ',', ';', '"'];

    public static void Add(List<FeedPerson> persons, ReadOnlySpan<char> text)
    {
        var whole = PlainText.Fold(text);
        if (whole.Length == 0)
            return;
        var email = whole.Contains('@', StringComparison.Ordinal)
            ? whole.Split(Parting, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.IndexOf('@', StringComparison.Ordinal) > 0)
            : null;
        if (email is null)
        {
            persons.Add(new FeedPerson(whole));
            return;
        }

        var name = PlainText.Fold(whole.Replace(email, "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal)
            .Replace("<>", "", StringComparison.Ordinal)).Trim(' ', '(', ')', '<', '>', '"');
        Add(persons, name, email, null);
    }

    public static void Add(List<FeedPerson> persons, string? name, string? email, Uri? page)
    {
        email = email?.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        if (!string.IsNullOrEmpty(name) || !string.IsNullOrEmpty(email) || page is not null)
            persons.Add(new FeedPerson(string.IsNullOrEmpty(name) ? null : name, string.IsNullOrEmpty(email) ? null : email, page));
    }
}
