using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// Reads every number and verdict of an area from its parcels, with the very formulas that measure a plan: an area is read
/// anew when an edit touches it, and so never drifts. One reader serves one thread.
/// </summary>
internal sealed class AreaReader(EditGround ground)
{
    private readonly OutlineWalk _walk = new(ground.Plan.Fabric.Columns.Graph);
    private readonly AreaChecks _checks = new(ground.Checks, ground.Need);
    private readonly AreaAssembly _assembly = new(ground.Checks, ground.Need, ground.Dispositions);

    private readonly AreaVerdicts? _verdicts = ground.Book is { } book ? new AreaVerdicts(ground.Checks, book, ground.Dispositions) : null;

    /// <summary>The area of some parcels, ascending, under what a state decides.</summary>
    public EditedArea Read(string id, int[] parcels, EditState state)
    {
        var (area, stock) = Proposed(LandOf(id, parcels), state.Proposes ? ProposedFor(parcels, state) : null);
        return Judged(area, new AreaUnderReview(id, stock, ground.Around));
    }

    /// <summary>The area of some parcels, ascending, before anything is proposed for its buildings.</summary>
    public RenewalArea LandOf(string id, int[] parcels)
    {
        var draft = new AreaDraft(UnitOf(parcels), parcels, ground.Streets.Of(parcels, [.. parcels]));
        var faces = _assembly.FacesOf(draft);
        return _assembly.Of(draft, faces, (_walk.Alone(faces), [])) with { Id = id, IsProposed = false };
    }

    /// <summary>The area with what is proposed for its buildings, and what stands on it; nothing is judged yet.</summary>
    /// <param name="land">The area before that.</param>
    /// <param name="proposed">What is proposed for each of its buildings; null where nothing is.</param>
    public (RenewalArea Area, AreaStock Stock) Proposed(RenewalArea land, IReadOnlyList<BuildingDisposition>? proposed)
    {
        var area = land with { Dispositions = proposed ?? [], IsProposed = proposed is not null, NewFloorArea = null };
        var stock = StockOf(area);
        if (ground.Book is not null && area.IsProposed)
        {
            area = area with { NewFloorArea = NewFloorAreaChoice.Of(stock) };
            stock = stock.With(DeclaredFor(area));
        }

        return (area, stock);
    }

    /// <summary>What is to be known of an area beyond what the rules see of it.</summary>
    public EditedArea Judged(RenewalArea area, AreaUnderReview seen)
    {
        var stock = seen.Stock;
        var projects = ProjectsIn(area);
        area = area with { Projects = [.. projects.Select(project => project.Id)] };
        IReadOnlyList<Finding> findings =
        [
            .. ground.Book?.Check(seen) ?? [],
            .. stock.HasDispositions && _verdicts is { } verdicts
                ? projects.SelectMany(project => verdicts.Of(area, project, ground.Checks.Named.RowsOf(project.Parcels)))
                : [],
        ];
        var breaches = _checks.Check(area);
        IReadOnlyList<AreaBreach> all = [.. breaches, .. AreaVerdicts.Breaches(findings)];
        return new EditedArea
        {
            Area = area,
            Measures = AreaMeasures.InFront(stock, ground.Around),
            Findings = findings,
            Breaches = breaches,
            Value = area.Benefit - (ground.Plan.Options.Lambda * area.Perimeter)
                - ground.Plan.Options.Limits.OpeningPrice - all.Sum(breach => breach.Price ?? 0),
            IsSound = all.All(breach => breach.Price is not null),
            Priced = [.. JudgedArea.PricedOf(area.Id, all)],
        };
    }

    private IReadOnlyList<ProjectRequest> ProjectsIn(RenewalArea area)
    {
        var asked = ground.Plan.Options.Limits.Projects;
        if (asked.Count == 0)
        {
            return [];
        }

        var members = area.Parcels.ToHashSet();
        return [.. asked.Where(project => ground.Checks.Named.RowsOf(project.Parcels) is { Length: > 0 } rows && rows.All(members.Contains))];
    }

    /// <summary>The whole family of measures of an area.</summary>
    public AreaMeasures MeasuresOf(EditedArea area) => AreaMeasures.Of(StockOf(area.Area), ground.Around);

    private AreaStock StockOf(RenewalArea area) => AreaStock.Of(ground.City, ground.Plan.Facts, AreaLand.From(area), DeclaredFor(area));

    private AreaDeclaration DeclaredFor(RenewalArea area) =>
        AreaDeclaration.Of(ground.Plan.Options) with { NewFloorAreaM2 = area.NewFloorArea };

    private IReadOnlyList<BuildingDisposition> ProposedFor(int[] parcels, EditState state) =>
        [.. ground.Dispositions.BuildingsOn(parcels).Select(building => state.Decided.TryGetValue(building, out var decided) ? decided : ground.Dispositions.Of(building))];

    /// <summary>The planning unit that holds most of the land, ties to the smaller row.</summary>
    private int UnitOf(int[] parcels)
    {
        var units = ground.Plan.Facts.Unit;
        if (units.Length == 0)
        {
            return -1;
        }

        var land = new SortedDictionary<int, double>();
        foreach (var parcel in parcels)
        {
            land[units[parcel]] = land.GetValueOrDefault(units[parcel]) + ground.Plan.NetAreas[parcel];
        }

        return land.MaxBy(unit => unit.Value).Key;
    }
}
