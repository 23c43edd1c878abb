namespace Foresight.Engine.Charts;

/// <summary>Title, subtitle, notes and source line of a picture that stands alone; nothing in a brief, which prints them as text.</summary>
internal sealed class SheetHead
{
    private const float Margin = HouseStyle.StandaloneMargin;
    private const float Width = HouseStyle.Width;

    private readonly IReadOnlyList<string> _title = [];
    private readonly IReadOnlyList<string> _subtitle = [];
    private readonly IReadOnlyList<string> _foot = [];

    private SheetHead(ChartRequest request)
    {
        if (request.Standalone)
        {
            _title = HouseFont.Wrap(request.Spec.Title, Width, HouseStyle.TitleSize, bold: true);
            _subtitle = HouseFont.Wrap(request.Spec.Subtitle, Width, HouseStyle.LabelSize);
            _foot = [.. request.Spec.Notes.Append(request.Spec.SourceLine).SelectMany(line => HouseFont.Wrap(line, Width, HouseStyle.SmallSize))];
        }
    }

    public float TopHeight => _title.Count == 0 ? 0 : Margin + (TitleStep * _title.Count) + (LabelStep * _subtitle.Count) + 10;

    public float BottomHeight => _foot.Count == 0 ? 0 : (SmallStep * _foot.Count) + Margin;

    private static float TitleStep => HouseStyle.TitleSize * HouseStyle.LineHeight;

    private static float LabelStep => HouseStyle.LabelSize * HouseStyle.LineHeight;

    private static float SmallStep => HouseStyle.SmallSize * HouseStyle.LineHeight;

    public static SheetHead Of(ChartRequest request) => new(request);

    public void Draw(Sheet sheet)
    {
        var y = Margin;
        foreach (var line in _title)
        {
            sheet.Text(line, 0, y + (TitleStep / 2), Anchor.Start, HouseStyle.Text, HouseStyle.TitleSize, bold: true);
            y += TitleStep;
        }

        foreach (var line in _subtitle)
        {
            sheet.Text(line, 0, y + (LabelStep / 2) + 2, Anchor.Start, HouseStyle.MutedText);
            y += LabelStep;
        }

        y = sheet.BodyBottom + 4;
        foreach (var line in _foot)
        {
            sheet.Text(line, 0, y + (SmallStep / 2), Anchor.Start, HouseStyle.MutedText, HouseStyle.SmallSize);
            y += SmallStep;
        }
    }
}
