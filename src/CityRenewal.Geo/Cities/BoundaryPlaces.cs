using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// How boundaries that are reviewed together lie to each other: which area each project is of, and what overlaps that should
/// not. Land below a square metre is drawing noise of a shared border and is not told.
/// </summary>
internal sealed class BoundaryPlaces
{
    private const double Told = 1;

    private readonly OutlinesUnderReview _told;
    private readonly Dictionary<int, double>[] _shared;
    private readonly int[] _areas;

    private BoundaryPlaces(OutlinesUnderReview told, Dictionary<int, double>[] shared)
    {
        (_told, _shared) = (told, shared);
        _areas = [.. Enumerable.Range(0, told.Ids.Count).Select(AreaByNameOrPlace)];
        Notes = [.. Enumerable.Range(0, told.Ids.Count).SelectMany(NotesOf)];
    }

    /// <summary>What is wrong between them, in the order of the boundaries.</summary>
    public IReadOnlyList<BoundaryNote> Notes { get; }

    /// <summary>The area that a project is of; -1 for an area itself, and for a project of none.</summary>
    public int AreaOf(int outline) => _areas[outline];

    /// <summary>The boundaries whose outline meets one, itself too.</summary>
    public IEnumerable<int> Meeting(int outline) => _shared[outline].Keys;

    /// <summary>Land that two outlines both cover, m².</summary>
    public double SharedM2(int outline, int other) => _shared[outline].GetValueOrDefault(other);

    /// <summary>Lays the boundaries over each other.</summary>
    public static BoundaryPlaces Of(
        OutlinesUnderReview told, (PolygonColumns[] Each, PolygonColumns All) shapes, (WorkingPlane Plane, int Threads) on, CancellationToken cancel)
    {
        var run = new OverlayRun(on.Plane, on.Threads, cancel);
        int[] rows = [.. Enumerable.Range(0, shapes.Each.Length)];
        var grid = AreaGrid.OfZones(shapes.All, rows, new OverlayOptions().CellSize * on.Plane.UnitsPerMetre);
        var shares = ZoneShares.Of(shapes.All, MeasuredFeatures.Of(shapes.All, run), grid, rows, run);
        return new BoundaryPlaces(told, [.. rows.Select(row =>
        {
            var parts = new Dictionary<int, double>();
            foreach (var (zone, area) in shares.PartsOf(row))
            {
                parts[zone] = area;
            }

            return parts;
        })]);
    }

    private bool IsProject(int outline) => _told.ProjectOf(outline) is not null;

    private int AreaByNameOrPlace(int outline)
    {
        if (_told.ProjectOf(outline) is not { } name)
        {
            return -1;
        }

        var areas = Enumerable.Range(0, _told.Ids.Count).Where(other => !IsProject(other)).ToList();
        return name.Length > 0
            ? areas.FindIndex(area => _told.Ids[area] == name) is >= 0 and var named ? areas[named] : -1
            : areas.Where(area => _shared[outline].ContainsKey(area))
                .OrderByDescending(area => _shared[outline][area]).ThenBy(area => area).FirstOrDefault(-1);
    }

    private IEnumerable<BoundaryNote> NotesOf(int outline) => IsProject(outline)
        ? [.. OutsideOf(outline), .. Overlaps(outline, "projects_overlap", "Projects", "项目")]
        : Overlaps(outline, "areas_overlap", "Areas", "片区");

    private IEnumerable<BoundaryNote> Overlaps(int outline, string code, string what, string chinese) =>
        from shared in _shared[outline].OrderBy(pair => pair.Key)
        where shared.Key > outline && IsProject(shared.Key) == IsProject(outline) && shared.Value >= Told
        let first = _told.Ids[outline]
        let second = _told.Ids[shared.Key]
        select new BoundaryNote(
            code, first, second, shared.Value,
            FormattableString.Invariant($"{what} {first} and {second} overlap by {shared.Value:0.##} m²; both are judged as they are drawn."),
            FormattableString.Invariant($"{chinese} {first} 与 {second} 重叠 {shared.Value:0.##} m²;两者均按所绘边界核对。"));

    private IEnumerable<BoundaryNote> OutsideOf(int project)
    {
        var id = _told.Ids[project];
        if (_areas[project] < 0)
        {
            var named = _told.ProjectOf(project)!;
            yield return new BoundaryNote(
                "project_without_area", id, named, _shared[project].GetValueOrDefault(project),
                named.Length > 0 ? $"Project {id} names the area {named}, which is not among the boundaries." : $"Project {id} lies in no area.",
                named.Length > 0 ? $"项目 {id} 所属片区 {named} 不在所送边界之中。" : $"项目 {id} 不在任何片区内。");
            yield break;
        }

        var area = _areas[project];
        var outside = _shared[project].GetValueOrDefault(project) - _shared[project].GetValueOrDefault(area);
        if (outside >= Told)
        {
            yield return new BoundaryNote(
                "project_outside_area", id, _told.Ids[area], outside,
                FormattableString.Invariant($"{outside:0.##} m² of project {id} lie outside its area {_told.Ids[area]}."),
                FormattableString.Invariant($"项目 {id} 有 {outside:0.##} m² 位于其片区 {_told.Ids[area]} 之外。"));
        }
    }
}
