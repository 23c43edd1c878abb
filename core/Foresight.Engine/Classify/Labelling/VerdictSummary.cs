namespace Foresight.Engine.Classify.Labelling;

/// <summary>What people said of the store's documents, and where they differ from each other and from the model.</summary>
/// <param name="Verdicts">All that was said, also what counts no more.</param>
/// <param name="Documents">Documents of which somebody's word counts.</param>
/// <param name="Persons">Who said how much.</param>
/// <param name="OutOfPolicy">Verdicts in labels that the policy does not know any more; they teach nothing.</param>
/// <param name="Agreement">How far people agree.</param>
/// <param name="Disagreements">Documents on which they do not.</param>
/// <param name="Model">Where the people's word and the model's verdict agree.</param>
public sealed record VerdictSummary(
    long Verdicts, int Documents, IReadOnlyList<PersonCount> Persons, int OutOfPolicy, AgreementFigures Agreement,
    IReadOnlyList<Disagreement> Disagreements, ModelFigures Model);

/// <summary>What one person's latest verdicts are.</summary>
/// <param name="Person">Initials or a role.</param>
/// <param name="Documents">Documents judged.</param>
/// <param name="None">Of these, how many belong to none.</param>
/// <param name="Unsure">Of how many the person could not say.</param>
/// <param name="Latest">The latest of them.</param>
public sealed record PersonCount(string Person, int Documents, int None, int Unsure, DateTimeOffset Latest);

/// <summary>How far people agree on documents that two or more have judged, in the same revision.</summary>
/// <param name="Documents">How many such documents there are.</param>
/// <param name="Agreed">On how many they agree about every area.</param>
/// <param name="Alpha">Krippendorff's alpha over all decisions, area by area; null where there are too few.</param>
/// <param name="AlphaByArea">The same for each area alone.</param>
/// <param name="Source">Where the figure is defined.</param>
public sealed record AgreementFigures(int Documents, int Agreed, double? Alpha, IReadOnlyDictionary<string, double?> AlphaByArea, string Source)
{
    /// <summary>The share of these documents on which they agree; null where there are none.</summary>
    public double? Share => Documents == 0 ? null : (double)Agreed / Documents;
}

/// <summary>A document on which people disagree.</summary>
/// <param name="Id">The document.</param>
/// <param name="Revision">The revision that they read.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sayings">Who says what.</param>
/// <param name="Tied">Whether of some area as many say yes as no: a further voice is needed.</param>
public sealed record Disagreement(string Id, int Revision, string Title, IReadOnlyList<PersonSaying> Sayings, bool Tied);

/// <summary>What one person says of a document.</summary>
/// <param name="Person">Initials or a role.</param>
/// <param name="Labels">Focus areas or topics; empty for none.</param>
/// <param name="Unsure">Whether the person could not say.</param>
/// <param name="Note">What the person wrote beside it.</param>
/// <param name="At">When.</param>
public sealed record PersonSaying(string Person, IReadOnlyList<string> Labels, bool Unsure, string? Note, DateTimeOffset At);

/// <summary>The people's word beside the model's latest verdict on the same revision.</summary>
/// <param name="Documents">Documents that have both.</param>
/// <param name="Agreed">On how many they agree about every area of which the people's word is not tied.</param>
/// <param name="Areas">The decisions of each area.</param>
/// <param name="Differences">The documents on which they do not.</param>
public sealed record ModelFigures(int Documents, int Agreed, IReadOnlyDictionary<string, AreaFigures> Areas, IReadOnlyList<ModelDifference> Differences);

/// <summary>How often people and the model say an area.</summary>
/// <param name="Both">Both say yes.</param>
/// <param name="PeopleOnly">The model misses it.</param>
/// <param name="ModelOnly">The model says it wrongly.</param>
public sealed record AreaFigures(int Both, int PeopleOnly, int ModelOnly);

/// <summary>A document of which people and the model say different things.</summary>
/// <param name="Id">The document.</param>
/// <param name="Title">Its title.</param>
/// <param name="People">The areas that the people give it.</param>
/// <param name="Model">The areas that the model gives it.</param>
public sealed record ModelDifference(string Id, string Title, IReadOnlyList<string> People, IReadOnlyList<string> Model);
