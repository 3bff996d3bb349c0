using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Largest contiguous block of demolition (成片拆除最大规模), floor area in m²: buildings that go, exempt ones too, on the same
/// parcel or on parcels that touch or face each other with no barrier between. Source: 建科〔2021〕63号 forbids large-scale
/// or contiguous, concentrated demolition without a number; so it is reported, not judged.
/// </summary>
public static class LargestDemolitionBlock
{
    /// <summary>Its name among the measures.</summary>
    public const string Wire = "largest_demolition_block_m2";

    private static readonly WhyNot NoGraph = new(
        "no_contiguity", "Which parcels touch each other was not computed: build the contiguity graph first.",
        "未计算地块邻接关系：请先生成邻接图。");

    /// <summary>Floor area of the largest block; 0 where nothing goes.</summary>
    /// <param name="stock">The area.</param>
    /// <param name="graph">Who touches whom; null leaves the block unknown.</param>
    public static Measured Of(AreaStock stock, ContiguityGraph? graph)
    {
        if (!stock.HasDispositions)
        {
            return Measured.Unknown(AreaReasons.NoDispositions);
        }

        if (graph is null)
        {
            return Measured.Unknown(NoGraph);
        }

        var going = stock.Buildings.Where(building => building.Staying < 1)
            .ToLookup(building => stock.Facts.BuildingShares.MainParcel[building.Row]);
        var blocks = new List<FloorAreaSum>();
        var seen = new HashSet<int>();
        foreach (var group in going.OrderBy(group => group.Key))
        {
            if (seen.Add(group.Key))
            {
                blocks.Add(Block(group.Key, graph, going, seen));
            }
        }

        return Largest(blocks);
    }

    // Each end is that of all blocks: another block than the largest counted may be the largest in truth.
    private static Measured Largest(List<FloorAreaSum> blocks)
    {
        if (blocks.Count == 0)
        {
            return Measured.Exactly(0);
        }

        double low = blocks.Max(block => block.Low), value = blocks.Max(block => block.Value);
        return blocks.TrueForAll(block => block.Unknown == 0) ? Measured.Between(low, value, blocks.Max(block => block.High))
            : blocks.TrueForAll(block => block.Known == 0) ? Measured.Unknown(AreaReasons.DemolishedUnknown)
            : Measured.AtLeast(value, low);
    }

    private static FloorAreaSum Block(
        int start, ContiguityGraph graph, ILookup<int, StandingBuilding> going, HashSet<int> seen)
    {
        var parcels = new Queue<int>([start]);
        var block = new List<StandingBuilding>();
        while (parcels.TryDequeue(out var parcel))
        {
            block.AddRange(going[parcel]);
            if (parcel < 0)
            {
                continue; // stands on no parcel
            }

            for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
            {
                var next = graph.Neighbours[i];
                if (graph.IsOpen(graph.NeighbourPairs[i]) && going.Contains(next) && seen.Add(next))
                {
                    parcels.Enqueue(next);
                }
            }
        }

        return FloorAreaSum.Of(block, building => building.Elective + building.Exempt);
    }
}
