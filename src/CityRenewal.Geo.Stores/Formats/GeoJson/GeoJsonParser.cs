using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Reads a FeatureCollection, a Feature or a bare geometry in one pass into columns. Rings are kept as they are: a library
/// that builds polygons would refuse an unclosed ring or close it without a word, and we have to list it.
/// </summary>
internal sealed class GeoJsonParser(string file, byte[] json, IProgress<WorkProgress>? progress, CancellationToken cancel)
{
    private const int FeaturesBetweenReports = 4096;

    private readonly ShapeCollector _shapes = new();
    private readonly List<FieldCollector> _fields = [];
    private readonly Dictionary<string, FieldCollector> _byName = [];
    private readonly List<Defect> _defects = [];
    private GeoJsonGeometry? _geometry;
    private ReferenceSystemClue _clue = ReferenceSystemClue.None;
    private string _layer = "";
    private int _expected;

    /// <summary>How far the parser came, in bytes: where an error is.</summary>
    public long Position { get; private set; }

    public DeliveredLayer Parse(string layer, List<string> notes)
    {
        _layer = layer;
        _geometry = new GeoJsonGeometry(_shapes);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            Read(ref reader);
            Root(ref reader);
        }
        finally
        {
            Position = reader.BytesConsumed;
        }

        return ToLayer(notes);
    }

    private DeliveredLayer ToLayer(List<string> notes)
    {
        if (_geometry!.HigherDimensions > 0)
        {
            _defects.Add(GeometryDefects.ExtraDimension.At(FeaturePlace.WholeLayer(_layer), $"{_geometry.HigherDimensions} vertices"));
        }

        long[] fids = [.. Enumerable.Range(0, _shapes.Count).Select(row => (long)row)];
        var (shapes, mixed) = DeliveredShapes.From(_shapes, _layer, fids);
        return new DeliveredLayer
        {
            File = file,
            Name = _layer,
            Shapes = shapes,
            Fids = fids,
            Columns = [.. _fields.Select(field => field.ToColumn(_shapes.Count))],
            Clue = _clue.Epsg is null && _clue.WellKnownText is null && LooksLikeDegrees(shapes.X, shapes.Y)
                ? new ReferenceSystemClue(4326, null, "GeoJSON without crs is in degrees (RFC 7946)")
                : _clue,
            Defects = [.. _defects, .. mixed],
            Notes = notes,
        };
    }

    private void Root(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, "an object at the start");
        var start = reader;
        string type = "";
        var sawFeatures = false;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("features"u8))
            {
                Read(ref reader);
                Features(ref reader);
                sawFeatures = true;
            }
            else if (reader.ValueTextEquals("crs"u8))
            {
                Read(ref reader);
                _clue = Crs(ref reader);
            }
            else
            {
                type = reader.ValueTextEquals("type"u8) ? TextValue(ref reader) : SkipValue(ref reader, type);
            }
        }

        if (!sawFeatures)
        {
            Single(start, type);
        }
    }

    private void Single(Utf8JsonReader start, string type)
    {
        if (type == "Feature")
        {
            Feature(ref start);
        }
        else if (GeoJsonGeometry.Types.Contains(type))
        {
            _geometry!.Read(ref start);
            _shapes.EndFeature();
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
        Expect(ref reader, JsonTokenType.StartArray, "an array of features");
        while (true)
        {
            Read(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return;
            }

            Expect(ref reader, JsonTokenType.StartObject, "a feature");
            Feature(ref reader);
            if (_shapes.Count % FeaturesBetweenReports == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress("reading " + file, (double)reader.BytesConsumed / json.Length));
            }
        }
    }

    private void Feature(ref Utf8JsonReader reader)
    {
        var row = _shapes.Count;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("geometry"u8))
            {
                Read(ref reader);
                Geometry(ref reader, row);
            }
            else if (reader.ValueTextEquals("properties"u8))
            {
                Read(ref reader);
                Properties(ref reader, row);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                Read(ref reader);
                Value(ref reader, FieldNamed("id"), row);
            }
            else
            {
                SkipValue(ref reader, "");
            }
        }

        _shapes.EndFeature();
    }

    private void Geometry(ref Utf8JsonReader reader, int row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Expect(ref reader, JsonTokenType.StartObject, "a geometry");
        if (!_geometry!.Read(ref reader))
        {
            _shapes.DropOpenFeature();
            _defects.Add(GeometryDefects.BrokenGeometry.At(
                new FeaturePlace(_layer, "", row, double.NaN, double.NaN), "the coordinates are not nested as its type asks for"));
        }
    }

    private void Properties(ref Utf8JsonReader reader, int row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Expect(ref reader, JsonTokenType.StartObject, "an object of properties");
        _expected = 0;
        while (NextMember(ref reader))
        {
            var field = ExpectedField(ref reader);
            Read(ref reader);
            Value(ref reader, field, row);
        }
    }

    // Features name their properties in the same order nearly always.
    private FieldCollector ExpectedField(ref Utf8JsonReader reader)
    {
        if (_expected < _fields.Count && reader.ValueTextEquals(_fields[_expected].Utf8Name))
        {
            return _fields[_expected++];
        }

        var field = FieldNamed(reader.GetString()!);
        _expected = _fields.IndexOf(field) + 1;
        return field;
    }

    private FieldCollector FieldNamed(string name)
    {
        if (!_byName.TryGetValue(name, out var field))
        {
            field = _byName[name] = new FieldCollector(name);
            _fields.Add(field);
        }

        return field;
    }

    private static void Value(ref Utf8JsonReader reader, FieldCollector field, int row)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String when !reader.ValueIsEscaped:
            case JsonTokenType.Number:
            case JsonTokenType.True:
            case JsonTokenType.False:
                field.Set(row, reader.ValueSpan);
                break;
            case JsonTokenType.String:
                field.Set(row, Encoding.UTF8.GetBytes(reader.GetString()!));
                break;
            default:
                using (var nested = JsonDocument.ParseValue(ref reader))
                {
                    field.Set(row, Encoding.UTF8.GetBytes(nested.RootElement.GetRawText()));
                }

                break;
        }
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

    private static bool NextMember(ref Utf8JsonReader reader)
    {
        Read(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    private static string TextValue(ref Utf8JsonReader reader)
    {
        Read(ref reader);
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        reader.Skip();
        return "";
    }

    private static string SkipValue(ref Utf8JsonReader reader, string unchanged)
    {
        Read(ref reader);
        reader.Skip();
        return unchanged;
    }

    private static void Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("the file ends in the middle");
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException($"here should be {what}, not {reader.TokenType}");
        }
    }
}
