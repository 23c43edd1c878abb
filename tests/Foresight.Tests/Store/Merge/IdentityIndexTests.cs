using CsCheck;
using Foresight.Engine.Store.Merge;
using Xunit;

namespace Foresight.Tests.Store.Merge;

public sealed class IdentityIndexTests
{
    private const int Files = 5;

    /// <summary>Enough that buckets are parted several times; the first bits are few, so that some are parted more often than others.</summary>
    [Fact]
    public void Index_OfRandomEntries_EqualsADictionary() => Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 30_000], Gen.Bool.Array[Files], Gen.UInt).Sample(
        (expected, count, keeps, seed) =>
        {
            var index = new IdentityIndex(expected);
            var model = new Dictionary<UInt128, int>();
            var random = new Random((int)(seed & int.MaxValue));
            void Add(int rows)
            {
                for (var i = 0; i < rows; i++)
                {
                    var identity = new UInt128((ulong)random.NextInt64() >> random.Next(3) << 1, (ulong)random.Next(count + 1));
                    var file = random.Next(Files);
                    index.GetOrAdd(identity, out var existed).File = file + 1;
                    Assert.Equal(existed, model.ContainsKey(identity));
                    model[identity] = file;
                }
            }

            Add(count);
            index.KeepOnly([false, .. keeps]);
            model = model.Where(pair => keeps[pair.Value]).ToDictionary();
            var kept = index.Count;
            Add(count / 2);

            Assert.True(kept <= index.Count);
            Assert.Equal(model.Count, index.Count);
            Assert.All(model, pair => Assert.Equal(pair.Value + 1, index.Find(pair.Key)!.Value.File));
            Assert.Equal(model.Keys.Order(), index.Where(_ => true).Order());
        },
        iter: 20,
        threads: 1);
}
