using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Foresight.Engine.Charts;

/// <summary>Where a text stands relative to its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A line of text in its place.</summary>
internal sealed record SheetText(string Text, float X, float Baseline, float Size, bool Bold, SKColor Colour);

/// <summary>
/// A plot of fixed size with fixed margins, in logical pixels, and a layer above it for texts and marks that know their pixel.
/// ScottPlot draws grid, lines and bars; every text is outlined from the shipped font and lies on top.
/// </summary>
internal sealed class Sheet : IDisposable
{
    private readonly List<Action<SKCanvas>> _above = [];
    private readonly List<Action<SKCanvas>> _beneath = [];
    private readonly List<SheetText> _texts = [];

    /// <param name="request">The chart; when it stands alone, its head and foot are added to the height.</param>
    /// <param name="height">The height of plot and labels.</param>
    /// <param name="left">The margin for what stands left of the axes.</param>
    /// <param name="right">The margin on the right.</param>
    /// <param name="top">The margin above.</param>
    /// <param name="bottom">The margin below.</param>
    public Sheet(ChartRequest request, float height, float left, float right, float top, float bottom)
    {
        var head = SheetHead.Of(request);
        Margin = request.Standalone ? HouseStyle.StandaloneMargin : 0;
        BodyTop = head.TopHeight;
        Height = (int)Math.Ceiling(head.TopHeight + height + head.BottomHeight);
        BodyBottom = Height - head.BottomHeight;
        Data = new SKRect(left, BodyTop + top, HouseStyle.Width - right, BodyBottom - bottom);
        Plot = new Plot();
        Plot.Layout.Fixed(new PixelPadding(left, right, bottom + head.BottomHeight, top + head.TopHeight));
        Plot.FigureBackground.Color = Of(HouseStyle.Ground);
        Plot.DataBackground.Color = Of(HouseStyle.Ground);
        foreach (var axis in Plot.Axes.GetAxes())
        {
            axis.IsVisible = false;
            axis.TickGenerator = new NumericManual();
        }

        Plot.HideGrid();
        Plot.Add.Plottable(new Layer(_beneath));
        head.Draw(this);
    }

    public int Height { get; }

    /// <summary>The picture's width with its margins; what is drawn runs from 0 to <see cref="HouseStyle.Width"/>.</summary>
    public int Width => HouseStyle.Width + (2 * Margin);

    /// <summary>The empty ground on the left and on the right.</summary>
    public int Margin { get; }

    /// <summary>All texts, in the order in which they were set.</summary>
    public IReadOnlyList<SheetText> Texts => _texts;

    /// <summary>Where the space of plot and labels begins.</summary>
    public float BodyTop { get; }

    /// <summary>Where it ends.</summary>
    public float BodyBottom { get; }

    /// <summary>The rectangle of the axes.</summary>
    public SKRect Data { get; }

    public Plot Plot { get; }

    private double Left { get; set; }

    private double Right { get; set; } = 1;

    private double Bottom { get; set; }

    private double Top { get; set; } = 1;

    public static Color Of(SKColor colour) => new(colour.Red, colour.Green, colour.Blue, colour.Alpha);

    public void Limits(double left, double right, double bottom, double top)
    {
        (Left, Right, Bottom, Top) = (left, right, bottom, top);
        Plot.Axes.SetLimits(left, right, bottom, top);
    }

    public float X(double value) => (float)(Data.Left + ((value - Left) / (Right - Left) * Data.Width));

    public float Y(double value) => (float)(Data.Bottom - ((value - Bottom) / (Top - Bottom) * Data.Height));

    /// <summary>A straight line beneath the marks.</summary>
    public void Rule(float x1, float y1, float x2, float y2, SKColor colour, float width = 1, bool dotted = false) =>
        _beneath.Add(canvas => Stroke(canvas, x1, y1, x2, y2, colour, width, dotted));

    /// <summary>A filled area beneath the marks, on top of what was drawn there before.</summary>
    public void Area(IReadOnlyList<SKPoint> outline, SKColor colour) => _beneath.Add(canvas =>
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Fill };
        using var path = new SKPath();
        path.AddPoly([.. outline]);
        canvas.DrawPath(path, paint);
    });

    /// <summary>A straight line above the marks.</summary>
    public void Line(float x1, float y1, float x2, float y2, SKColor colour, float width = 1, bool dotted = false) =>
        _above.Add(canvas => Stroke(canvas, x1, y1, x2, y2, colour, width, dotted));

    /// <summary>A dot above the marks; a hollow one has the ground's colour inside.</summary>
    public void Dot(float x, float y, float radius, SKColor colour, bool hollow = false, bool square = false) => _above.Add(canvas =>
    {
        using var fill = new SKPaint { Color = hollow ? HouseStyle.Ground : colour, IsAntialias = true, Style = SKPaintStyle.Fill };
        using var edge = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        var box = new SKRect(x - radius, y - radius, x + radius, y + radius);
        foreach (var paint in new[] { fill, edge })
        {
            if (square)
            {
                canvas.DrawRect(box, paint);
            }
            else
            {
                canvas.DrawOval(box, paint);
            }
        }
    });

    /// <summary>A filled rectangle above the marks.</summary>
    public void Box(SKRect box, SKColor colour) => _above.Add(canvas =>
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Fill };
        canvas.DrawRect(box, paint);
    });

    /// <summary>A rectangle with slanting lines above the marks.</summary>
    public void Hatch(SKRect box, SKColor colour)
    {
        const float Step = 6;
        for (var start = box.Left - box.Height + Step; start < box.Right; start += Step)
        {
            // From the lower edge up to the right, cut at the sides: a canvas that clips makes an SVG of many parts.
            var (left, right) = (Math.Max(start, box.Left), Math.Min(start + box.Height, box.Right));
            Line(left, box.Bottom - (left - start), right, box.Bottom - (right - start), colour);
        }
    }

    /// <summary>One line of text, its height's middle on <paramref name="y"/>.</summary>
    public void Text(string text, float x, float y, Anchor anchor, SKColor colour, float size = HouseStyle.LabelSize, bool bold = false)
    {
        text = HouseFont.Drawable(text, bold);
        var width = HouseFont.Measure(text, size, bold);
        var left = anchor switch { Anchor.Start => x, Anchor.Middle => x - (width / 2), _ => x - width };
        if (left < -0.5 || left + width > HouseStyle.Width + 0.5)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The chart's text '{text}' would be cut: it runs from {left:0} to {left + width:0} of {HouseStyle.Width} pixels."));
        }

        _texts.Add(new SheetText(text, left, y + (size * 0.36f), size, bold, colour));
    }

    /// <summary>Several lines of text, the middle of the whole on <paramref name="y"/>.</summary>
    public void Text(IReadOnlyList<string> lines, float x, float y, Anchor anchor, SKColor colour, float size = HouseStyle.LabelSize, bool bold = false)
    {
        var step = size * HouseStyle.LineHeight;
        for (var i = 0; i < lines.Count; i++)
        {
            Text(lines[i], x, y + ((i - ((lines.Count - 1) / 2f)) * step), anchor, colour, size, bold);
        }
    }

    public byte[] Png()
    {
        Finish();
        var info = new SKImageInfo(
            Width * HouseStyle.PixelRatio, Height * HouseStyle.PixelRatio, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(HouseStyle.Ground);
        surface.Canvas.Scale(HouseStyle.PixelRatio);
        surface.Canvas.Translate(Margin, 0);
        Plot.Render(surface.Canvas, new PixelRect(0, HouseStyle.Width, Height, 0));
        foreach (var text in _texts)
        {
            using var outline = HouseFont.Outline(text.Text, text.Size, text.Bold, new SKPoint(text.X, text.Baseline));
            using var paint = new SKPaint { Color = text.Colour, IsAntialias = true, Style = SKPaintStyle.Fill };
            surface.Canvas.DrawPath(outline, paint);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The picture as Skia's SVG writer gives it, without its texts.</summary>
    public string Svg()
    {
        Finish();
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(HouseStyle.Width, Height), stream))
        {
            Plot.Render(canvas, new PixelRect(0, HouseStyle.Width, Height, 0));
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public void Dispose() => Plot.Dispose();

    private static void Stroke(SKCanvas canvas, float x1, float y1, float x2, float y2, SKColor colour, float width, bool dotted)
    {
        using var dots = dotted ? SKPathEffect.CreateDash([2, 4], 0) : null;
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, PathEffect = dots };
        using var path = new SKPath();
        path.MoveTo(x1, y1);
        path.LineTo(x2, y2);
        canvas.DrawPath(path, paint);
    }

    private void Finish()
    {
        if (Plot.PlottableList[^1] is not Layer { Actions: var actions } || actions != _above)
        {
            Plot.Add.Plottable(new Layer(_above));
        }
    }

    /// <summary>What is drawn by pixel, in ScottPlot's order of plottables and outside its clipping.</summary>
    private sealed class Layer(List<Action<SKCanvas>> actions) : IPlottable
    {
        public List<Action<SKCanvas>> Actions { get; } = actions;

        public bool IsVisible { get; set; } = true;

        public IAxes Axes { get; set; } = new Axes();

        public IEnumerable<LegendItem> LegendItems => [];

        public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

        public void Render(RenderPack rp)
        {
            rp.CanvasState.DisableClipping();
            foreach (var action in Actions)
            {
                action(rp.Canvas);
            }
        }
    }
}
