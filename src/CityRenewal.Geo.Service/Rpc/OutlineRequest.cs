using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;

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
        if (outlines.Count is 0 or > MostOutlines)
        {
            problems.Add(new FieldProblem("outlines", $"{outlines.Count} outlines were given; give 1 to {MostOutlines:N0}."));
            return new WkbShapes().ToShapes();
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var shapes = new WkbShapes();
        for (var i = 0; i < outlines.Count; i++)
        {
            var outline = outlines[i];
            if (outline.Id.Length is 0 or > 200 || !ids.Add(outline.Id))
            {
                problems.Add(new FieldProblem($"outlines[{i}].id", $"'{outline.Id}' is empty, too long or given twice; name each outline once, in 1 to 200 characters."));
            }

            if (shapes.TryAdd(outline.Wkb.Span) is { } problem)
            {
                problems.Add(new FieldProblem($"outlines[{i}].wkb", problem));
            }
        }

        return shapes.ToShapes();
    }
}
