using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Repairs;

/// <summary>Sees areas as they might become, with the formulas that read any edited area. One judge serves one thread.</summary>
internal sealed class TrialJudge(EditSession session, EditedArea before)
{
    // The word of a decision that an edit makes: a repair that is taken over is one.
    private const string Decided = "decided_by_planner";

    private readonly EditGround _ground = session.Ground;
    private readonly AreaReader _reader = new(session.Ground);
    private readonly HashSet<int> _members = [.. before.Area.Parcels];
    private readonly Dictionary<int, BuildingDisposition> _evident = [];

    private TrialSight? _last;

    /// <summary>The demolitions by choice that can be given up: buildings of the area, ascending.</summary>
    public int[] Elective { get; } =
    [
        .. before.Area.Dispositions.Where(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate)
            .Select(proposed => proposed.Building).Order(),
    ];

    /// <summary>Who touches whom.</summary>
    public ContiguityGraph Graph => _ground.Plan.Graph;

    /// <summary>The rules.</summary>
    public RuleBook Book { get; } = session.Ground.Book ?? throw new ArgumentException("A repair needs rules.", nameof(session));

    /// <summary>Floor area that stays where a demolition is given up, m²; NaN where it is unknown.</summary>
    public double FloorAreaOf(int building) => _ground.Plan.Facts.Buildings.FloorArea[building].Value;

    /// <summary>The buildings that stand on some parcels, of those whose demolition could be given up.</summary>
    public int[] ElectiveOn(int[] parcels) => [.. Elective.Where(building => Array.BinarySearch(parcels, _ground.Checks.HomeParcels[building]) >= 0)];

    /// <summary>The parcel that a building belongs to; none where it stands on none.</summary>
    public IEnumerable<int> HomesOf(int building) => _ground.Checks.HomeParcels[building] is >= 0 and var home ? [home] : [];

    /// <summary>The area as the rules see it.</summary>
    public AreaUnderReview See(int[] parcels, IReadOnlyList<int> kept) => SightOf(parcels, kept).Seen;

    /// <summary>The area with everything that is to be known of it.</summary>
    public EditedArea Read(int[] parcels, IReadOnlyList<int> kept)
    {
        var sight = SightOf(parcels, kept);
        return _reader.Judged(sight.Area, sight.Seen);
    }

    /// <summary>The buildings of parcels that come in whose evidence lets them go; ascending.</summary>
    public IReadOnlyList<int> GoingOnLandIn(int[] parcels) => session.State.Proposes
        ? [.. _ground.Dispositions.BuildingsOn([.. parcels.Where(parcel => !_members.Contains(parcel))])
            .Where(building => DispositionOf(building).Disposition == Disposition.Demolish)]
        : [];

    /// <summary>Number of holes of an outline.</summary>
    public static int Holes(PolygonColumns outline)
    {
        var holes = 0;
        for (var ring = 0; ring < outline.RingStart.Length - 1; ring++)
        {
            holes += outline.TwiceAreaOfRing(ring) < 0 ? 1 : 0;
        }

        return holes;
    }

    /// <summary>What is proposed for a building whose demolition is given up: what its evidence says, where that is no demolition.</summary>
    public BuildingDisposition KeptDisposition(int building) => Evident(building) is { Disposition: not Disposition.Demolish } evident
        ? evident
        : new BuildingDisposition(building, Disposition.Retain, DemolitionKind.None, Decided);

    // Searches look at the same land again and again with other demolitions given up: it is drawn once.
    private TrialSight SightOf(int[] parcels, IReadOnlyList<int> kept)
    {
        var last = _last is { } seen && seen.Parcels.AsSpan().SequenceEqual(parcels) ? _last : null;
        if (last is not null && last.Kept.SequenceEqual(kept))
        {
            return last;
        }

        var buildings = last?.Buildings ?? _ground.Dispositions.BuildingsOn(parcels);
        var (area, stock) = _reader.Proposed(last?.Area ?? _reader.LandOf(before.Area.Id, parcels), session.State.Proposes ? ProposedFor(buildings, kept) : null);
        return _last = new TrialSight(parcels, kept, buildings, area, last?.Seen.With(stock) ?? new AreaUnderReview(area.Id, stock, _ground.Around));
    }

    private BuildingDisposition[] ProposedFor(List<int> buildings, IReadOnlyList<int> kept)
    {
        var isKept = kept.ToHashSet();
        return
        [
            .. buildings.Select(building => isKept.Contains(building) || GoesOnLandIn(building) ? KeptDisposition(building) : DispositionOf(building)),
        ];
    }

    private bool GoesOnLandIn(int building) =>
        !_members.Contains(_ground.Checks.HomeParcels[building]) && DispositionOf(building).Disposition == Disposition.Demolish;

    private BuildingDisposition DispositionOf(int building) =>
        session.State.Decided.TryGetValue(building, out var decided) ? decided : Evident(building);

    private BuildingDisposition Evident(int building) =>
        _evident.TryGetValue(building, out var evident) ? evident : _evident[building] = _ground.Dispositions.Of(building);
}
