using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Foresight.Plugins.Registers.Files;

/// <summary>The texts of a workbook, which its cells name by number.</summary>
internal sealed class XlsxTexts
{
    private readonly List<string> texts = [];

    /// <exception cref="InvalidDataException">There is no such text.</exception>
    public string this[string number] =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count
            ? texts[index]
            : throw new InvalidDataException($"a cell names the text {number} of {texts.Count}");

    public static XlsxTexts Read(WorkbookPart workbook)
    {
        var read = new XlsxTexts();
        if (workbook.SharedStringTablePart is not { } part)
            return read;
        using var reader = OpenXmlReader.Create(part);
        var text = new StringBuilder();
        var isSpoken = false;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem))
            {
                if (reader.IsStartElement)
                    text.Clear();
                if (reader.IsEndElement)
                    read.texts.Add(text.ToString());
            }
            else if (reader.ElementType == typeof(PhoneticRun))
            {
                // How a text is spoken is no part of it.
                isSpoken = reader.IsStartElement;
            }
            else if (reader.ElementType == typeof(Text) && reader.IsStartElement && !isSpoken)
            {
                text.Append(reader.GetText());
            }
        }

        return read;
    }
}
