using Xunit;

namespace Foresight.Plugins.Tests.Registers;

/// <summary>Each mistake that a person may make in a CSV file, and the sentence that it gets.</summary>
public sealed class RegisterMistakesTests
{
    private const string Activities = "id,title,kind,focus_areas,purposes,body,starts,ends,status,budget,own_cost,currency,result,outcome,followed_up,role,partners,example";
    private const string Applications = "id,title,programme,role,outcome,applied,granted,currency,deadline,submitted,decided";
    private const string Partners = "id,organisation,kind,country,place,codes,contact,since,last_contact,next_contact,source";

    [Theory]
    // The header.
    [InlineData("id,title,boddy\na,b,c", "needs.csv, row 1: The column 'boddy' is none of the register 'needs'; nearest 'body'.", "needs.csv, row 1: The column 'body' (nämnd) is missing, and every row must have it: add it.")]
    [InlineData("id,title,body,TITLE\na,b,board,d", "needs.csv, row 1: The column 'title' is there twice (as 'title' and 'TITLE'): keep one.")]
    [InlineData("id,behov,title,body\na,b,c,board", "needs.csv, row 1: The column 'title' is there twice (as 'behov' and 'title'): keep one.")]
    [InlineData("id,title,body,Namn\na,b,board,d", "needs.csv, row 1: The column 'Namn' tells of persons, and registers hold no personal data beyond a role: delete it.")]
    [InlineData("id,title,body,e-post\na,b,board,d", "needs.csv, row 1: The column 'e-post' tells of persons, and registers hold no personal data beyond a role: delete it.")]
    [InlineData("id,title,body,telefon\na,b,board,d", "needs.csv, row 1: The column 'telefon' tells of persons, and registers hold no personal data beyond a role: delete it.")]
    [InlineData("id,title,body,personnummer\na,b,board,d", "needs.csv, row 1: The column 'personnummer' tells of persons, and registers hold no personal data beyond a role: delete it.")]
    [InlineData("id,title,body,contact person\na,b,board,d", "needs.csv, row 1: The column 'contact person' tells of persons, and registers hold no personal data beyond a role: delete it.")]
    [InlineData(",,\nid,title,body\na,b,board", "needs.csv, row 2: The columns' names stand here, and belong in row 1: delete what is above them.")]
    [InlineData("id\ttitle\tbody\na\tb\tc", "needs.csv, row 1: The columns are parted by tabs: save the file as CSV UTF-8, parted by commas or semicolons.")]
    // Ids.
    [InlineData("id,title,body\n,b,board", "needs.csv, row 2, column id: This is empty, and every row must have it: a designation of its own, short and lasting.")]
    [InlineData("id,title,body\na,b,board\nb,c,board\nA,c,board", "needs.csv, row 4, column id: The id 'A' is that of row 2 already: every row has an id of its own.")]
    [InlineData("id,title,body\nmy need,b,board", "needs.csv, row 2, column id: 'my need' is no id: write letters, digits, hyphens and points without spaces, as in my-need.")]
    [InlineData("id,title,body\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,b,board", "needs.csv, row 2, column id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' has 70 letters: an id has at most 64.")]
    // What the policy names.
    [InlineData("id,title,body\na,b,borad", "needs.csv, row 2, column body: 'borad' is no body of the policy: write board.")]
    [InlineData("id,title,body,fokusområden\na,b,board,circular-econmy", "needs.csv, row 2, column fokusområden: 'circular-econmy' is no focus area of the policy: write circular-economy or lifelong-learning.")]
    [InlineData("id,title,body,focus areas\na,b,board,lärande; kretslopp; Livslångt lärande", "needs.csv, row 2, column focus areas: 'Livslångt lärande' stands twice: once is enough.")]
    // Rows and quotes.
    [InlineData("id,title,body\na,b,board,d", "needs.csv, row 2: The row has 4 cells, the header 3: put a value that holds a comma or semicolon in quotes.")]
    [InlineData("id,title,body,\na,b,board,d", "needs.csv, row 2: The row has 4 cells, the header 3: put a value that holds a comma or semicolon in quotes.")]
    [InlineData("id,title,,body\na,b,x,board", "needs.csv, row 2: Something stands in column C, which has no heading: name the column, or delete it.")]
    [InlineData("id,title,body\na,\"b,board\nb,c,board", "needs.csv, row 2: The quote that opens field 2 is never closed, so the rest of the file belongs to it: close it, or double a quote that is meant as a letter.", "needs.csv, row 2, column body: This is empty, and every row must have it: whose need it is.")]
    [InlineData("id,title,body\na,\"b\"c,board", "needs.csv, row 2: Text follows the quote that closes field 2: double a quote that is meant as a letter.")]
    [InlineData("id,title,body\na,=SUM(A1:A2),board", "needs.csv, row 2, column title: '=SUM(A1:A2)' is a formula: write its value.")]
    // Persons in cells.
    [InlineData("id,title,body\na,Fråga anna.ek@example.org,board", "needs.csv, row 2, column title: 'Fråga anna.ek@example.org' holds an e-mail address: write the role, never how to reach a person.")]
    [InlineData("id,title,body\na,Ring 0521-72 10 00,board", "needs.csv, row 2, column title: 'Ring 0521-72 10 00' holds a telephone number: write the role, never how to reach a person.")]
    [InlineData("id,title,body\na,Ring +46 70 123 45 67,board", "needs.csv, row 2, column title: 'Ring +46 70 123 45 67' holds a telephone number: write the role, never how to reach a person.")]
    [InlineData("id,title,body\na,Elev 19811218-9876,board", "needs.csv, row 2, column title: This holds what looks like a personal number (personnummer): registers hold no personal data beyond a role.")]
    [InlineData("id,title,body\na,Elev 8112189876,board", "needs.csv, row 2, column title: This holds what looks like a personal number (personnummer): registers hold no personal data beyond a role.")]
    // Dates.
    [InlineData("id,title,body,since\na,b,board,2026-02-30", "needs.csv, row 2, column since: '2026-02-30' is no day of the calendar: februari 2026 has 28 days.")]
    [InlineData("id,title,body,since\na,b,board,2026-13", "needs.csv, row 2, column since: '2026-13' has the month 13: there are twelve.")]
    [InlineData("id,title,body,since\na,b,board,03/04/2026", "needs.csv, row 2, column since: '03/04/2026' may be 2026-04-03 or 2026-03-04: write which, as in 2026-03-12.")]
    [InlineData("id,title,body,since\na,b,board,25/12/2026", "needs.csv, row 2, column since: '25/12/2026' is read in one way here and in another there: write it as 2026-03-12.")]
    [InlineData("id,title,body,since\na,b,board,i våras", "needs.csv, row 2, column since: 'i våras' is no date that can be read: write 2026-03-12, 12 mars 2026 or 12/3 2026.")]
    [InlineData("id,title,body,since\na,b,board,46093", "needs.csv, row 2, column since: '46093' is the number that Excel has for a day (2026-03-12?): format the cell as a date, or write 2026-03-12.")]
    [InlineData("id,title,body,since\na,b,board,2026-03-12T10:00:00", "needs.csv, row 2, column since: '2026-03-12T10:00:00' has a time, and only the day is due: write 2026-03-12.")]
    [InlineData("id,title,body,since\na,b,board,0026", "needs.csv, row 2, column since: '0026' is of the year 0026, which cannot be meant: write the year with its four digits.")]
    [InlineData("id,title,body,since,until\na,b,board,2026-05,2026-04", "needs.csv, row 2, column until: 2026-04 lies before since (2026-05): correct one of them.")]
    // The word for an example.
    [InlineData("id,title,body,example\na,b,board,kanske", "needs.csv, row 2, column example: 'kanske' is neither yes nor no: write ja or nej.")]
    [InlineData("id,title,body,source\na,b,board,hemsidan", "needs.csv, row 2, column source: 'hemsidan' is no address of a page: write it whole, as in https://www.example.se/sida.")]
    // The file.
    [InlineData("", "needs.csv: The file is empty: 'foresight registers new' writes one with its columns.")]
    [InlineData("<!DOCTYPE html><html><body>Logga in</body></html>", "needs.csv: This is a web page or XML, no table: open the address to see what it gives, and save the table itself.")]
    [InlineData("id,title,body\na,b\0c,board", "needs.csv, row 2: It holds NUL bytes, which no text has: the file is damaged or another format; save it anew as CSV UTF-8.")]
    [InlineData("PK\u0003\u0004....", "needs.csv: This is a workbook named .csv: name it .xlsx, or save it as CSV UTF-8.")]
    public async Task Need_WithAMistake_GetsItsSentence(string text, params string[] sentences)
    {
        var read = await RegisterReading.OfAsync(("needs.csv", text));

        Assert.Equal(sentences, read.Problems);
        Assert.NotNull(read.Error);
        Assert.Empty(read.Rows);
    }

    [Theory]
    [InlineData("a,b,exchange,lärande,competence,board,2026,,ongoing", "kind", "'exchange' is no kind of activity of the policy: write exchanges or networks.")]
    [InlineData("a,b,exchanges,lärande,fun,board,2026,,ongoing", "purposes", "'fun' is no purpose of the policy: write competence.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,running", "status", "'running' is no word of 'status': write planned, ongoing, ended or cancelled.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,2025,ongoing", "ends", "2025 lies before starts (2026): correct one of them.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,avslutad", "ends", "The status is 'ended', and the end is missing: write when it ended.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,mycket", "budget", "'mycket' is no amount: write digits only, as in 1 234 567,50.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,500 EUR", "budget", "'500 EUR' is in EUR, and the row's currency is SEK: correct one of them.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,500 kr,,EUR", "budget", "'500 kr' is in SEK, and the row's currency is EUR: correct one of them.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,500 tkr", "budget", "'500 tkr' is in 'tkr': write the whole amount, as in 1 250 000.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,-500", "budget", "'-500' is below zero: amounts here are never negative.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,1.234", "budget", "'1.234' may be 1 234 or 1,234: write 1 234 567,50, with spaces between the thousands.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,\"1,234\"", "budget", "'1,234' may be 1 234 or 1,234: write 1 234 567,50, with spaces between the thousands.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,12.3456", "budget", "'12.3456' has more than two decimals: round it.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,100,200", "own_cost", "The own cost (200) is more than the whole budget (100): correct one of them.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,,,DKK", "currency", "'DKK' is no word of 'currency': write SEK or EUR.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,,,,klart", "ends", "There is a result, and the end is missing: write when it ended, or is to end.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,2026,ended,,,,,reached", "outcome", "There is an outcome without a result: write what it led to.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,2026,planned,,,,klart", "status", "There is a result, and the status is 'planned': correct one of them.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026-05,2026,ended,,,,klart,reached,2026-03-01", "followed_up", "2026-03-01 lies before starts (2026-05): correct one of them.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,,,,,,2026-05", "followed_up", "'2026-05' is a month, and a day is due: write it as 2026-03-12.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,,,,,,,Anna Ek", "role", "'Anna Ek' looks like a person's name: write the role in lower case, as in avfallsingenjör.")]
    [InlineData("a,b,exchanges,lärande,competence,board,2026,,ongoing,,,,,,,,hernign", "partners", "'hernign' is no row of the register 'partners'; nearest 'herning': add it there, or correct it.")]
    public async Task Activity_WithAMistake_GetsItsSentence(string row, string column, string sentence)
    {
        var read = await RegisterReading.OfAsync(("activities.csv", $"{Activities}\n{row}"), ("partners.csv", $"{Partners}\nherning,Herning,twin-towns,DK"));

        Assert.Equal([$"activities.csv, row 2, column {column}: {sentence}"], read.Problems);
    }

    [Theory]
    [InlineData("a,b,life,lead,granted,100,200", "granted", "More is granted (200) than was applied for (100): correct one of them.")]
    [InlineData("a,b,life,lead,rejected,100,50", "granted", "An amount is granted, and the outcome is 'rejected': correct one of them.")]
    [InlineData("a,b,lief,lead,planned", "programme", "'lief' is no fund of the policy: write life.")]
    [InlineData("a,b,life,lead,rejected,,,,,2026-03-01,2026-02-01", "decided", "2026-02-01 lies before submitted (2026-03-01): correct one of them.")]
    [InlineData("a,b,life,lead,rejected,,,,2026-03-01,2026-03-02,", "deadline", "2026-03-01 lies before submitted (2026-03-02): correct one of them.")]
    [InlineData("a,b,life,lead,submitted,,,,,2026-03-02,2026-05-01", "outcome", "It was decided on 2026-05-01, and the outcome is 'submitted': write what became of it.")]
    [InlineData("a,b,life,lead,inlämnad", "submitted", "The outcome is 'submitted', and the day is missing: write when it was submitted.")]
    public async Task Application_WithAMistake_GetsItsSentence(string row, string column, string sentence)
    {
        var read = await RegisterReading.OfAsync(("applications.csv", $"{Applications}\n{row}"));

        Assert.Equal([$"applications.csv, row 2, column {column}: {sentence}"], read.Problems);
    }

    [Theory]
    [InlineData("a,A,twin-towns,Danmark", "country", "'Danmark' is no country of ISO 3166: write its two letters, as in SE, DK or NA (EU for a network of the EU).")]
    [InlineData("a,A,twin-towns,SE,herning", "country", "The place 'herning' is in DK by the policy, and the row says SE: correct one of them.")]
    [InlineData("a,A,twin-towns,DK,hening", "place", "'hening' is no place of the policy: write home or herning.")]
    [InlineData("a,A,twin-towns,DK,,DK041", "codes", "'DK041' is no code: write the list, = and the code, as in nuts3=DK041 or nuts3=FI19B@NUTS 2024.")]
    [InlineData("a,A,twin-towns,DK,,,Anna Ek (miljöchef)", "contact", "'Anna Ek (miljöchef)' looks like a person's name: write the role in lower case, as in avfallsingenjör.")]
    [InlineData("a,A,twin-towns,DK,,,\"Bo von Ek, miljöchef\"", "contact", "'Bo von Ek, miljöchef' looks like a person's name: write the role in lower case, as in avfallsingenjör.")]
    [InlineData("a,A,twin-towns,DK,,,Bo von Ek", "contact", "'Bo von Ek' looks like a person's name: write the role in lower case, as in avfallsingenjör.")]
    [InlineData("a,A,twin-towns,DK,,,,,2026-03-01,2026-02-01", "next_contact", "2026-02-01 lies before last_contact (2026-03-01): correct one of them.")]
    public async Task Partner_WithAMistake_GetsItsSentence(string row, string column, string sentence)
    {
        var read = await RegisterReading.OfAsync(("partners.csv", $"{Partners}\n{row}"));

        Assert.Equal([$"partners.csv, row 2, column {column}: {sentence}"], read.Problems);
    }
}
