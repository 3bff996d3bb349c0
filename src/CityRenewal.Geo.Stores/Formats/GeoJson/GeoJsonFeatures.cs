using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// A run of features read in one pass into columns. Rings are kept as they are: a library that builds polygons would refuse
/// an unclosed ring or close it without a word, and we have to list it.
/// </summary>
internal sealed class GeoJsonFeatures : IDisposable
{
    private readonly string _layer;
    private readonly GeoJsonGeometry _geometry;
    private readonly Dictionary<string, FieldCollector> _byName = [];
    private int _expected;

    public GeoJsonFeatures(string layer)
    {
        _layer = layer;
        _geometry = new GeoJsonGeometry(Shapes);
    }

    /// <summary>The shapes.</summary>
    public ShapeCollector Shapes { get; } = new();

    /// <summary>The properties, in the order in which they first came.</summary>
    public List<FieldCollector> Fields { get; } = [];

    /// <summary>Features that could not be read; numbered from the first of the run.</summary>
    public List<Defect> Defects { get; } = [];

    /// <summary>Vertices that had more than two coordinates.</summary>
    public int HigherDimensions => _geometry.HigherDimensions;

    /// <summary>The values of a property; missing in every row where the run has none.</summary>
    public TextColumn ValuesOf(string name) =>
        _byName.TryGetValue(name, out var field) ? ((TextSource)field.ToColumn(Shapes.Count)).Values : TextColumn.Missing(Shapes.Count);

    /// <summary>Reads a geometry that stands for a feature.</summary>
    public void BareGeometry(ref Utf8JsonReader reader)
    {
        _geometry.Read(ref reader);
        Shapes.EndFeature();
    }

    /// <summary>Reads the feature that the reader stands at the start of.</summary>
    public void Feature(ref Utf8JsonReader reader)
    {
        var row = Shapes.Count;
        while (JsonSteps.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("geometry"u8))
            {
                JsonSteps.Read(ref reader);
                Geometry(ref reader, row);
            }
            else if (reader.ValueTextEquals("properties"u8))
            {
                JsonSteps.Read(ref reader);
                Properties(ref reader, row);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                JsonSteps.Read(ref reader);
                Value(ref reader, FieldNamed("id"), row);
            }
            else
            {
                JsonSteps.SkipValue(ref reader);
            }
        }

        Shapes.EndFeature();
    }

    private void Geometry(ref Utf8JsonReader reader, int row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        JsonSteps.Expect(ref reader, JsonTokenType.StartObject, "a geometry");
        if (!_geometry.Read(ref reader))
        {
            Shapes.DropOpenFeature();
            Defects.Add(GeometryDefects.BrokenGeometry.At(
                new FeaturePlace(_layer, "", row, double.NaN, double.NaN), "the coordinates are not nested as its type asks for"));
        }
    }

    private void Properties(ref Utf8JsonReader reader, int row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        JsonSteps.Expect(ref reader, JsonTokenType.StartObject, "an object of properties");
        _expected = 0;
        while (JsonSteps.NextMember(ref reader))
        {
            var field = ExpectedField(ref reader);
            JsonSteps.Read(ref reader);
            Value(ref reader, field, row);
        }
    }

    // Features name their properties in the same order nearly always.
    private FieldCollector ExpectedField(ref Utf8JsonReader reader)
    {
        if (_expected < Fields.Count && reader.ValueTextEquals(Fields[_expected].Utf8Name))
        {
            return Fields[_expected++];
        }

        var field = FieldNamed(reader.GetString()!);
        _expected = Fields.IndexOf(field) + 1;
        return field;
    }

    private FieldCollector FieldNamed(string name)
    {
        if (!_byName.TryGetValue(name, out var field))
        {
            field = _byName[name] = new FieldCollector(name);
            Fields.Add(field);
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

    public void Dispose() => Shapes.Dispose();
}
