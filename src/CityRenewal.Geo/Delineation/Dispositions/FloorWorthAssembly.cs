using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>Gathers what floor area is worth and what limits it, building by building and parcel by parcel.</summary>
/// <param name="ground">The city and the request.</param>
/// <param name="need">Why each parcel should be renewed.</param>
/// <param name="dispositions">What is proposed for buildings.</param>
internal sealed class FloorWorthAssembly(ProposalGround ground, NeedScores need, DispositionPlan dispositions)
{
    private const double Million = 1e6;

    /// <summary>The worths on the nodes of a city; none where the request gives floor area no worth.</summary>
    public FloorWorths Of(LandNodes nodes)
    {
        if (!dispositions.ChoosesByWorth)
        {
            return FloorWorths.None;
        }

        var existing = new long[nodes.Count];
        var found = new List<(int Node, FloorCandidate Candidate, BuildingEvidence Known)>();
        var capacity = new NewFloorCapacity(ground, dispositions);
        for (var building = 0; building < ground.HomeParcels.Length; building++)
        {
            var home = ground.HomeParcels[building];
            if (home < 0 || nodes.NodeOfParcel[home] < 0)
            {
                continue;
            }

            var (known, proposed) = dispositions.Known(building);
            existing[nodes.NodeOfParcel[home]] += ExistingThatCounts(known, proposed, need.Scores[home]);
            if (ElectiveDemolition.IsCandidate(proposed, known))
            {
                found.Add((nodes.NodeOfParcel[home], CandidateOf(known, capacity.IsOpen(home)), known));
            }
        }

        var (start, candidates) = ByNode(found, nodes.Count);
        return new FloorWorths(dispositions.Prices, start, candidates, Allowances(nodes, existing, capacity));
    }

    /// <summary>The candidates of one area and what it allows, with nothing rounded in their favour.</summary>
    /// <param name="parcels">The parcels of the area.</param>
    public (List<FloorCandidate> Candidates, FloorAllowance Allowed) Of(IReadOnlyList<int> parcels)
    {
        const double Noise = 1e-4;
        var known = dispositions.BuildingsOn(parcels).ConvertAll(dispositions.Known);
        var capacity = new NewFloorCapacity(ground, dispositions);
        var worst = known.Where(one => ElectiveDemolition.IsCandidate(one.Proposed, one.Known)).Select(one => one.Known)
            .Order(ElectiveDemolition.WorstFirst).ToList();
        var candidates = worst.Select((one, rank) => CandidateOf(one, capacity.IsOpen(ground.HomeParcels[one.Building])) with
        {
            Size = (long)Math.Ceiling((one.FloorArea.High * Million) - Noise),
            Rank = rank,
        }).ToList();
        var room = ground.Options.ElectiveDemolitionLimit * dispositions.ExistingThatCounts(known);
        var capacities = parcels.Select(capacity.Of).ToList();
        return (candidates, new FloorAllowance(
            (long)Math.Floor((room * Million) + Noise), capacities.Sum(one => one.Area), capacities.Exists(one => one.HidesNew)));
    }

    private FloorCandidate CandidateOf(BuildingEvidence known, bool hidesNew) => new(
        known.Building,
        (long)Math.Ceiling(known.FloorArea.Value * Million),
        (long)Math.Floor(known.FloorArea.High * Million),
        (long)Math.Ceiling(dispositions.NewPerDemolished * Math.Max(0, known.FloorArea.Low) * Million),
        0,
        hidesNew);

    private long ExistingThatCounts(BuildingEvidence known, BuildingDisposition proposed, double score) =>
        score >= ground.Options.PaddingNeed && known.FloorArea.Low > 0
            ? (long)Math.Ceiling(Math.Max(0, known.FloorArea.Low - DispositionPlan.ExemptOf(proposed)) * Million)
            : 0;

    private FloorAllowance[] Allowances(LandNodes nodes, long[] existing, NewFloorCapacity capacity)
    {
        var allowances = new FloorAllowance[nodes.Count];
        for (var node = 0; node < nodes.Count; node++)
        {
            long most = 0;
            var hides = false;
            for (var i = nodes.ParcelStart[node]; i < nodes.ParcelStart[node + 1] && dispositions.Prices.Built > 0; i++)
            {
                var (area, hidesNew) = capacity.Of(nodes.Parcels[i]);
                (most, hides) = (most + area, hides || hidesNew);
            }

            allowances[node] = new FloorAllowance((long)Math.Ceiling(ground.Options.ElectiveDemolitionLimit * existing[node]), most, hides);
        }

        return allowances;
    }

    private static (int[] Start, FloorCandidate[] Candidates) ByNode(
        List<(int Node, FloorCandidate Candidate, BuildingEvidence Known)> found, int nodes)
    {
        var ranked = found.OrderBy(one => one.Known, ElectiveDemolition.WorstFirst)
            .Select((one, rank) => (one.Node, Candidate: one.Candidate with { Rank = rank })).ToList();
        var start = new int[nodes + 1];
        ranked.ForEach(one => start[one.Node + 1]++);
        for (var node = 0; node < nodes; node++)
        {
            start[node + 1] += start[node];
        }

        return (start, [.. ranked.OrderBy(one => one.Node).ThenBy(one => one.Candidate.Building).Select(one => one.Candidate)]);
    }
}
