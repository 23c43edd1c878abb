namespace Foresight.Methods.Tests.Attention.Planted;

/// <summary>A made-up document.</summary>
/// <param name="Day">Its day in the year, from 0.</param>
/// <param name="Publisher">The number of its publisher.</param>
/// <param name="Story">The number of its story.</param>
/// <param name="BeginsStory">Whether it is the story's first report; the others repeat it.</param>
/// <param name="Series">The series that it belongs to.</param>
internal sealed record PlantedDocument(int Day, int Publisher, int Story, bool BeginsStory, IReadOnlyList<int> Series)
{
    public int Week => Day / 7;
}
