using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>A request to measure outlines, read and checked as a whole.</summary>
internal sealed record OutlineRequest(SourceShapes Shapes, ShapeSelection Selection, IReadOnlyList<ShapeMeasure> Wanted)
{
    private const int MostOutlines = 10_000;

    /// <exception cref="BadRequestException">Lists every problem of the request.</exception>
    public static OutlineRequest From(MeasureOutlinesRequest request)
    {
        var problems = new List<FieldProblem>();
        CheckSystem(request.EpsgCode, problems);
        var wanted = WantedOf(request, problems);
        var shapes = ShapesOf(request.Outlines, problems);
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var selection = ShapeSelection.Of([.. wanted, ShapeMeasure.GrossArea, ShapeMeasure.OutlinePerimeter]);
        return new OutlineRequest(shapes, selection, wanted);
    }

    /// <summary>Outlines with their ids, for a review; adds every problem.</summary>
    public static OutlinesUnderReview Read(IReadOnlyList<V1.Outline> outlines, int epsg, List<FieldProblem> problems)
    {
        CheckSystem(epsg, problems);
        return new OutlinesUnderReview([.. outlines.Select(outline => outline.Id)], ShapesOf(outlines, problems), epsg);
    }

    /// <summary>Outlines of areas with those of their projects behind them, for a review; adds every problem.</summary>
    public static OutlinesUnderReview Read(
        IReadOnlyList<V1.Outline> outlines, IReadOnlyList<V1.ProjectOutline> projects, int epsg, List<FieldProblem> problems)
    {
        CheckSystem(epsg, problems);
        var shapes = new WkbShapes();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Add(shapes, ids, ("outlines", [.. outlines.Select(outline => (outline.Id, outline.Wkb))], 1), problems);
        Add(shapes, ids, ("projects", [.. projects.Select(project => (project.Id, project.Wkb))], 0), problems);
        var areas = outlines.Select(outline => outline.Id).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(projects.Index().Where(project => project.Item.Area.Length > 0 && !areas.Contains(project.Item.Area)).Select(project =>
            new FieldProblem($"projects[{project.Index}].area", $"There is no outline '{project.Item.Area}' in the request; name one of its outlines, or leave it empty.")));
        return new OutlinesUnderReview([.. outlines.Select(outline => outline.Id), .. projects.Select(project => project.Id)], shapes.ToShapes(), epsg)
        {
            ProjectsOf = projects.Count == 0 ? [] : [.. outlines.Select(_ => (string?)null), .. projects.Select(project => project.Area)],
        };
    }

    private static void CheckSystem(int epsg, List<FieldProblem> problems)
    {
        if (epsg == 0 || !ReferenceSystems.TryFind(epsg, out _))
        {
            problems.Add(new FieldProblem("epsg_code",
                $"{epsg} is not a supported reference system; give one of {string.Join(", ", ReferenceSystems.Supported.Where(system => system.Epsg < 32600).Select(system => system.Epsg))} or a UTM zone."));
        }
    }

    private static List<ShapeMeasure> WantedOf(MeasureOutlinesRequest request, List<FieldProblem> problems)
    {
        if (request.Measures.Count == 0)
        {
            return [.. ShapeSelection.All.Measures];
        }

        var wanted = new List<ShapeMeasure>();
        for (var i = 0; i < request.Measures.Count; i++)
        {
            if (MeasureNames.TryShape(request.Measures[i]) is { } measure)
            {
                wanted.Add(measure);
            }
            else
            {
                problems.Add(new FieldProblem($"measures[{i}]",
                    $"'{request.Measures[i]}' is not a measure; there are {string.Join(", ", ShapeSelection.All.Measures.Select(known => MeasureNames.Of(known).Wire))}."));
            }
        }

        return wanted;
    }

    private static SourceShapes ShapesOf(IReadOnlyList<V1.Outline> outlines, List<FieldProblem> problems)
    {
        var shapes = new WkbShapes();
        Add(shapes, new HashSet<string>(StringComparer.Ordinal), ("outlines", [.. outlines.Select(outline => (outline.Id, outline.Wkb))], 1), problems);
        return shapes.ToShapes();
    }

    private static void Add(
        WkbShapes shapes, HashSet<string> ids, (string Field, IReadOnlyList<(string Id, ByteString Wkb)> Rows, int Least) given, List<FieldProblem> problems)
    {
        var (field, rows, least) = given;
        if (rows.Count < least || rows.Count > MostOutlines)
        {
            // A message of millions is refused with one problem, not with one for each.
            problems.Add(new FieldProblem(field, $"{rows.Count} {field} were given; give {least} to {MostOutlines:N0}."));
            return;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Id.Length is 0 or > 200 || !ids.Add(rows[i].Id))
            {
                problems.Add(new FieldProblem(
                    $"{field}[{i}].id", $"'{rows[i].Id}' is empty, too long or given twice; name each outline once, in 1 to 200 characters."));
            }

            if (shapes.TryAdd(rows[i].Wkb.Span) is { } problem)
            {
                problems.Add(new FieldProblem($"{field}[{i}].wkb", problem));
            }
        }
    }
}
