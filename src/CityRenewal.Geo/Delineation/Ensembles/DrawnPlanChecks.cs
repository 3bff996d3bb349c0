using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Holds a drawn plan of a unit to what the steps of a chain do not look at: rules that are no sums, sets that stay whole, land
/// that areas enclose, remainders of blocks. For one thread.
/// </summary>
internal sealed class DrawnPlanChecks
{
    private readonly ProposalGround _ground;
    private readonly LandNodes _nodes;
    private readonly DispositionPlan _dispositions;
    private readonly AreaAssembly _assembly;
    private readonly AreaVerdicts? _verdicts;
    private readonly OutlineWalk? _walk;
    private readonly bool _drawsOutlines;
    private readonly List<int[]> _sets;

    // Chains come back to the same area again and again.
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public DrawnPlanChecks(ProposalWork work)
    {
        var (run, ground) = (work.Run, work.Run.Ground);
        (_nodes, _ground, _dispositions) = (work.Problem.Nodes, ground, run.Dispositions);
        _assembly = new AreaAssembly(ground, work.Need, _dispositions);
        var hasChecks = run.Book is { } book && book.Ground.Pack.Rules.Any(rule => rule is { Price: null, Consent: null });
        _verdicts = hasChecks ? new AreaVerdicts(ground, run.Book!, _dispositions) : null;
        _drawsOutlines = hasChecks || ground.Options.Limits.LargestEnclave is { IsSoft: false };
        _walk = _drawsOutlines ? new OutlineWalk(ground.Fabric.Columns.Graph) : null;
        _sets = [.. _nodes.Sets.Where(set => double.IsInfinity(set.Price)).Select(set => set.Nodes)];
    }

    /// <summary>Whether there is anything to look at.</summary>
    public bool HasAny => _drawsOutlines || _sets.Count > 0 || LooksAtRemainders;

    private bool LooksAtRemainders => _ground.Options.Limits.SmallestRemainder is { IsSoft: false, Value: > 0 };

    /// <summary>Whether the plan of a unit keeps all of it.</summary>
    public bool Keeps(UnitPieces pieces) =>
        KeepsSets(pieces) && (!LooksAtRemainders || !new RemainderRepair(pieces).HasTooSmall)
        && (!_drawsOutlines || Enumerable.Range(0, pieces.Count).All(piece => pieces.Sums(piece).Members == 0 || Keeps(pieces, piece)));

    private bool KeepsSets(UnitPieces pieces)
    {
        int first = pieces.Land.CityNode(0), last = first + pieces.Land.ParcelCount;
        return _sets.TrueForAll(set => set[0] < first || set[0] >= last
            || set.Select(node => pieces.PieceOf(node - first)).Distinct().Count() == 1);
    }

    private bool Keeps(UnitPieces pieces, int piece)
    {
        var nodes = pieces.NodesOf(piece);
        var key = string.Join(',', nodes);
        if (!_known.TryGetValue(key, out var keeps))
        {
            _known[key] = keeps = Keeps(AreaDraft.Of(_nodes, pieces.Land.Nodes.ProblemUnit[pieces.Land.Problem], nodes));
        }

        return keeps;
    }

    private bool Keeps(AreaDraft draft)
    {
        var faces = _assembly.FacesOf(draft);
        var outline = _walk!.Alone(faces);
        return KeepsEnclaves(outline) && (_verdicts is null || KeepsRules(_assembly.Of(draft, faces, (outline, _dispositions.For(draft.Parcels)))));
    }

    private bool KeepsRules(RenewalArea area) => !AreaVerdicts.Breaches(_verdicts!.Of(area).Findings).Any(breach => breach.Price is null);

    private bool KeepsEnclaves(Shapes.PolygonColumns outline)
    {
        if (_ground.Options.Limits.LargestEnclave is not { IsSoft: false } largest)
        {
            return true;
        }

        return Enumerable.Range(0, outline.RingStart.Length - 1)
            .All(ring => -_ground.City.Plane.SquareMetresOfTwice(outline.TwiceAreaOfRing(ring)) <= largest.Value + 1e-6);
    }
}
