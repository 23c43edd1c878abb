using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of the follow-up.</summary>
internal static class FollowUpKeys
{
    private static readonly MapShape ProjectMoney = new(
        "projectMoney",
        (values, _) => new ProjectMoneyFigures(
            values.The<string>("source"), values.The<string>("populationSource"), values.The<string>("populationIndicator"), values.The<string>("peerGroup")),
        Key.Must("source", SharedShapes.IdOf(Kinds.Source), "The source entry that brings the partners of projects."),
        Key.Must("populationSource", SharedShapes.IdOf(Kinds.Source), "The source entry that brings the inhabitants."),
        Key.Must("populationIndicator", SharedShapes.IdOf(Kinds.Indicator), "The indicator of the inhabitants."),
        Key.Must("peerGroup", SharedShapes.IdOf(Kinds.PeerGroup), "The group of places to stand beside."));

    public static MapShape FollowUp { get; } = new(
        "followUp",
        (values, _) => new FollowUpRules
        {
            DormantMonths = values.Number<int>("dormantMonths") ?? new FollowUpRules().DormantMonths,
            ProjectMoney = values.Maybe<ProjectMoneyFigures>("projectMoney"),
        },
        Key.May("dormantMonths", ScalarShape.Months, "After how many months without contact a partner counts as dormant; 12 if left out."),
        Key.May("projectMoney", ProjectMoney, "Where project money and inhabitants are read, and beside whom we stand."));
}
