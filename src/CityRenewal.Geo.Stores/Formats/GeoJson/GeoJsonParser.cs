using System.Text.Json;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads a FeatureCollection, a Feature or a bare geometry in one pass.</summary>
internal sealed class GeoJsonParser(string file, byte[] json, IProgress<WorkProgress>? progress, CancellationToken cancel)
{
    private const int FeaturesBetweenReports = 4096;

    private readonly List<GeoJsonFeatures> _runs = [];
    private ReferenceSystemClue _clue = ReferenceSystemClue.None;
    private string _layer = "";
    private int _readerStart;

    /// <summary>How far the parser came, in bytes: where an error is.</summary>
    public long Position { get; private set; }

    public DeliveredLayer Parse(string layer, List<string> notes)
    {
        _layer = layer;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            JsonSteps.Read(ref reader);
            Root(ref reader);
        }
        finally
        {
            Position = _readerStart + reader.BytesConsumed;
        }

        return ToLayer(notes);
    }

    private DeliveredLayer ToLayer(List<string> notes)
    {
        var defects = new List<Defect>();
        var fields = _runs.SelectMany(run => run.Fields.Select(field => field.Name)).Distinct()
            .Select(name => new TextSource(name, TextColumn.Join([.. _runs.Select(run => run.ValuesOf(name))]))).ToList();
        using var all = new ShapeCollector();
        var higherDimensions = 0;
        foreach (var run in _runs)
        {
            defects.AddRange(run.Defects.Select(defect => defect with { Fid = defect.Fid + all.Count }));
            higherDimensions += run.HigherDimensions;
            all.Append(run.Shapes);
            run.Dispose();
        }

        if (higherDimensions > 0)
        {
            defects.Add(GeometryDefects.ExtraDimension.At(FeaturePlace.WholeLayer(_layer), $"{higherDimensions} vertices"));
        }

        long[] fids = [.. Enumerable.Range(0, all.Count).Select(row => (long)row)];
        var (shapes, mixed) = DeliveredShapes.From(all, _layer, fids);
        return new DeliveredLayer
        {
            File = file,
            Name = _layer,
            Shapes = shapes,
            Fids = fids,
            Columns = fields,
            Clue = _clue.Epsg is null && _clue.WellKnownText is null && LooksLikeDegrees(shapes.X, shapes.Y)
                ? new ReferenceSystemClue(4326, null, "GeoJSON without crs is in degrees (RFC 7946)")
                : _clue,
            Defects = [.. defects, .. mixed],
            Notes = notes,
        };
    }

    private void Root(ref Utf8JsonReader reader)
    {
        JsonSteps.Expect(ref reader, JsonTokenType.StartObject, "an object at the start");
        var start = reader;
        string type = "";
        var sawFeatures = false;
        while (JsonSteps.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("features"u8))
            {
                JsonSteps.Read(ref reader);
                Features(ref reader);
                sawFeatures = true;
            }
            else if (reader.ValueTextEquals("crs"u8))
            {
                JsonSteps.Read(ref reader);
                _clue = Crs(ref reader);
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                type = JsonSteps.TextValue(ref reader);
            }
            else
            {
                JsonSteps.SkipValue(ref reader);
            }
        }

        if (!sawFeatures)
        {
            Single(start, type);
        }
    }

    private void Single(Utf8JsonReader start, string type)
    {
        var run = NewRun();
        if (type == "Feature")
        {
            run.Feature(ref start);
        }
        else if (GeoJsonGeometry.Types.Contains(type))
        {
            run.BareGeometry(ref start);
        }
        else
        {
            throw new JsonException(type.Length == 0
                ? "the object has no type: it is JSON, but not GeoJSON"
                : $"type '{type}' is none of FeatureCollection, Feature or a geometry");
        }
    }

    private void Features(ref Utf8JsonReader reader)
    {
        JsonSteps.Expect(ref reader, JsonTokenType.StartArray, "an array of features");
        var from = _readerStart + (int)reader.BytesConsumed;
        if (new GeoJsonRuns(json, _layer, cancel).Read(from, reader.CurrentState) is { } read)
        {
            _runs.AddRange(read.Runs);
            reader = new Utf8JsonReader(json.AsSpan(read.End), isFinalBlock: true, reader.CurrentState);
            _readerStart = read.End;
            JsonSteps.Read(ref reader);
            return;
        }

        OneByOne(ref reader, NewRun());
    }

    private void OneByOne(ref Utf8JsonReader reader, GeoJsonFeatures run)
    {
        while (true)
        {
            JsonSteps.Read(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return;
            }

            JsonSteps.Expect(ref reader, JsonTokenType.StartObject, "a feature");
            run.Feature(ref reader);
            if (run.Shapes.Count % FeaturesBetweenReports == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress("reading " + file, (double)reader.BytesConsumed / json.Length));
            }
        }
    }

    private GeoJsonFeatures NewRun()
    {
        _runs.Add(new GeoJsonFeatures(_layer));
        return _runs[^1];
    }

    private static ReferenceSystemClue Crs(ref Utf8JsonReader reader)
    {
        using var member = JsonDocument.ParseValue(ref reader);
        return GeoJsonCrs.Of(member.RootElement);
    }

    // Nine vertices in ten decide: a stray feature in metres is a defect of that feature.
    private static bool LooksLikeDegrees(double[] x, double[] y)
    {
        int finite = 0, degrees = 0;
        for (var i = 0; i < x.Length; i++)
        {
            finite += double.IsFinite(x[i] + y[i]) ? 1 : 0;
            degrees += Math.Abs(x[i]) <= 180 && Math.Abs(y[i]) <= 90 ? 1 : 0;
        }

        return finite > 0 && degrees >= 0.9 * finite;
    }
}
