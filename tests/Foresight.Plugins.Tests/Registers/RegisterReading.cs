using System.Text;
using Foresight.Plugins.Registers;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.Registers;

/// <summary>What a source makes of a folder of files.</summary>
/// <param name="Batches">The batches.</param>
/// <param name="Notes">What it warned of.</param>
/// <param name="Error">The error with which it gave up; null where it came to its end.</param>
internal sealed record RegisterReading(IReadOnlyList<RecordBatch> Batches, IReadOnlyList<string> Notes, SourceException? Error)
{
    public static Policy Policy { get; } = Some.Policy() with
    {
        FocusAreas =
        [
            new("circular-economy", new("Resurssnåla kretslopp", "Resource-efficient cycles"), new("Kretslopp", "Cycles"), []),
            new("lifelong-learning", new("Livslångt lärande", "Lifelong learning"), new("Lärande", "Learning"), []),
        ],
        Purposes = [new("competence", new("höja kompetensen", "raise competence"))],
        ActivityKinds = [new("exchanges", new("utbyten", "exchanges")), new("networks", new("nätverk", "networks"))],
        PartnerKinds = [new("twin-towns", new("vänorter", "twin towns"))],
        Bodies = [new() { Id = "board", Name = new("Styrelsen", "The Board"), Kind = "executive-board" }],
        Funds = [new("life", new("LIFE", "LIFE"), [], null)],
        Places =
        [
            new() { Id = "home", Name = new("Hemma", "Home"), Role = PlaceRole.Home, Country = "SE" },
            new() { Id = "herning", Name = new("Herning", "Herning"), Role = PlaceRole.TwinTown, Country = "DK" },
        ],
    };

    /// <summary>Everything wrong, as a person reads it.</summary>
    public IReadOnlyList<string> Problems => [.. Batches.SelectMany(batch => batch.Rejections).Select(problem => $"{problem.Where}: {problem.Reason}")];

    public IReadOnlyList<RegisterRow> Rows => [.. Batches.OfType<RegisterBatch>().SelectMany(batch => batch.Rows)];

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static ReplayTransport Serve(params (string Name, byte[] Bytes)[] files)
    {
        var transport = new ReplayTransport().Serve("workspace:/registers/", Utf8(string.Join('\n', files.Select(file => file.Name))), contentType: "text/plain");
        foreach (var (name, bytes) in files)
            transport.Serve($"workspace:/registers/{Uri.EscapeDataString(name)}", bytes);
        return transport;
    }

    public static Task<RegisterReading> OfAsync(params (string Name, string Text)[] files) =>
        OfAsync(Serve([.. files.Select(file => (file.Name, Utf8(file.Text)))]));

    public static Task<RegisterReading> OfAsync(string name, byte[] bytes) => OfAsync(Serve((name, bytes)));

    public static async Task<RegisterReading> OfAsync(ReplayTransport transport, string part = "registers", RegistersOptions? options = null)
    {
        var kind = PluginHarness.PartOf<RegistersPlugin>(part);
        using var services = new ServiceCollection().BuildServiceProvider();
        var source = (ISource)ActivatorUtilities.CreateInstance(services, kind.Implementation, options ?? Activator.CreateInstance(kind.Options)!);
        using var http = new HttpClient(transport);
        var notes = new NoteLogger();
        var batches = new List<RecordBatch>();
        try
        {
            await foreach (var batch in source.ReadAsync(new SourceContext(null, http, new FakeTimeProvider(Parts.Now), notes) { Policy = Policy }, TestContext.Current.CancellationToken))
                batches.Add(batch);
            return new RegisterReading(batches, notes.Notes, null);
        }
        catch (SourceException error)
        {
            return new RegisterReading(batches, notes.Notes, error);
        }
    }

    private sealed class NoteLogger : ILogger
    {
        public List<string> Notes { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Notes.Add(formatter(state, exception));
    }
}
