using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>What every layer of zones is drawn from.</summary>
internal sealed record Layout(TownPlan Plan, RegionNet Net, Bend Bend)
{
    /// <summary>Chooses the city.</summary>
    public int Seed => Plan.Options.Seed;

    /// <summary>How an office strays: by its habit, or as far as the options say.</summary>
    public Digitising Stray(int office, double reach, double length) => new(Seed, office, Plan.Options.StrayM ?? reach, length);

    /// <summary>Per region a number for what it belongs to, counted in the order of appearance.</summary>
    public (int[] Labels, List<Region> FirstRegions) Group<T>(Func<Region, T> key)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var firsts = new List<Region>();
        var labels = new int[Plan.Regions.Count];
        for (var r = 0; r < labels.Length; r++)
        {
            var group = key(Plan.Regions[r]);
            if (!numbers.TryGetValue(group, out labels[r]))
            {
                labels[r] = numbers[group] = firsts.Count;
                firsts.Add(Plan.Regions[r]);
            }
        }

        return (labels, firsts);
    }

    /// <summary>The connected zones of a labelling, a list per label.</summary>
    public ILookup<int, Outline> Outlines(int[] labels, Pen pen) =>
        Zones.Outlines.Of(Net, Bend, labels, pen).ToLookup(outline => outline.Label);
}
