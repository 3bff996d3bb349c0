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
        var (area, stock) = Drawn(id, parcels, state);
        return Judged(area, stock);
    }

    /// <summary>The same before anything is judged: the area, and what stands on it.</summary>
    public (RenewalArea Area, AreaStock Stock) Drawn(string id, int[] parcels, EditState state)
    {
        var draft = new AreaDraft(UnitOf(parcels), parcels, ground.Streets.Of(parcels, [.. parcels]));
        var faces = _assembly.FacesOf(draft);
        var area = _assembly.Of(draft, faces, (_walk.Alone(faces), ProposedFor(parcels, state))) with { Id = id, IsProposed = state.Proposes };
        var stock = StockOf(area);
        if (ground.Book is not null && state.Proposes)
        {
            area = area with { NewFloorArea = NewFloorAreaChoice.Of(stock) };
            stock = stock.With(DeclaredFor(area));
        }

        return (area, stock);
    }

    private EditedArea Judged(RenewalArea area, AreaStock stock)
    {
        var projects = ProjectsIn(area);
        area = area with { Projects = [.. projects.Select(project => project.Id)] };
        IReadOnlyList<Finding> findings =
        [
            .. ground.Book?.Check(new AreaUnderReview(area.Id, stock, ground.Around)) ?? [],
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

    private IReadOnlyList<BuildingDisposition> ProposedFor(int[] parcels, EditState state) => state.Proposes
        ? [.. ground.Dispositions.BuildingsOn(parcels).Select(building => state.Decided.TryGetValue(building, out var decided) ? decided : ground.Dispositions.Of(building))]
        : [];

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
