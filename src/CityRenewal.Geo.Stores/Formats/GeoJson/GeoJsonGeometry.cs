using System.Text.Json;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads one GeoJSON geometry into the open feature, whatever the order of its members.</summary>
internal sealed class GeoJsonGeometry(ShapeCollector shapes)
{
    /// <summary>The types that are geometries.</summary>
    public static readonly string[] Types =
        ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    private double[] _x = new double[64];
    private double[] _y = new double[64];

    /// <summary>Vertices that had more than two coordinates.</summary>
    public int HigherDimensions { get; private set; }

    /// <summary>Reads the object that the reader stands at the start of; false where its coordinates do not fit its type.</summary>
    public bool Read(ref Utf8JsonReader reader)
    {
        var type = "";
        Utf8JsonReader coordinates = default;
        bool isKept = false, isFine = true, isRead = false;
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = Next(ref reader) == JsonTokenType.String ? reader.GetString()! : "";
            }
            else if (reader.ValueTextEquals("coordinates"u8))
            {
                Next(ref reader);
                coordinates = reader;
                isKept = true;
                if (type.Length > 0)
                {
                    isFine = Coordinates(ref reader, type);
                    isRead = true;
                    reader = isFine ? reader : coordinates;
                }

                if (!isRead || !isFine)
                {
                    reader.Skip();
                }
            }
            else if (reader.ValueTextEquals("geometries"u8))
            {
                Next(ref reader);
                isFine &= Collection(ref reader);
                isRead = true;
            }
            else
            {
                Next(ref reader);
                reader.Skip();
            }
        }

        return isRead ? isFine : isKept && Coordinates(ref coordinates, type);
    }

    private bool Collection(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return false;
        }

        var isFine = true;
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                isFine &= Read(ref reader);
            }
            else
            {
                isFine = false;
            }
        }

        return isFine;
    }

    private bool Coordinates(ref Utf8JsonReader reader, string type) => type switch
    {
        "Polygon" => Rings(ref reader),
        "MultiPolygon" => Each(ref reader, Rings),
        "LineString" => Path(ref reader, RingRole.Path),
        "MultiLineString" => Each(ref reader, Line),
        "Point" => Point(ref reader),
        "MultiPoint" => Each(ref reader, Point),
        _ => false,
    };

    private delegate bool Part(ref Utf8JsonReader reader);

    private static bool Each(ref Utf8JsonReader reader, Part part)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (!part(ref reader))
            {
                return false;
            }
        }

        return true;
    }

    private bool Rings(ref Utf8JsonReader reader)
    {
        var role = RingRole.Shell;
        return Each(ref reader, Ring);

        bool Ring(ref Utf8JsonReader ring)
        {
            var isFine = Path(ref ring, role);
            role = RingRole.Hole;
            return isFine;
        }
    }

    private bool Line(ref Utf8JsonReader reader) => Path(ref reader, RingRole.Path);

    private bool Path(ref Utf8JsonReader reader, RingRole role)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var count = 0;
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (count == _x.Length)
            {
                Array.Resize(ref _x, count * 2);
                Array.Resize(ref _y, count * 2);
            }

            if (!Position(ref reader, out _x[count], out _y[count]))
            {
                return false;
            }

            count++;
        }

        if (count > 0)
        {
            shapes.Ring(count, role, out var x, out var y);
            _x.AsSpan(0, count).CopyTo(x);
            _y.AsSpan(0, count).CopyTo(y);
        }

        return true;
    }

    private bool Point(ref Utf8JsonReader reader)
    {
        if (!Position(ref reader, out var pointX, out var pointY))
        {
            return false;
        }

        shapes.Ring(1, RingRole.Point, out var x, out var y);
        (x[0], y[0]) = (pointX, pointY);
        return true;
    }

    private bool Position(ref Utf8JsonReader reader, out double x, out double y)
    {
        x = y = double.NaN;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var count = 0;
        while (Next(ref reader) is JsonTokenType.Number or JsonTokenType.Null)
        {
            var value = reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : double.NaN;
            (x, y) = count == 0 ? (value, y) : count == 1 ? (x, value) : (x, y);
            count++;
        }

        HigherDimensions += count > 2 ? 1 : 0;
        return count >= 2 && reader.TokenType == JsonTokenType.EndArray;
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonException("the file ends in the middle");
}
