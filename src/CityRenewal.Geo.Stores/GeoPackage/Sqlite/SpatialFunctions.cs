using CityRenewal.Geo.Stores.GeoPackage.Wkb;
using SQLitePCL;

namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>The functions that a GeoPackage's index triggers call; without them our own edits of a layer would fail.</summary>
internal static class SpatialFunctions
{
    internal static void Register(sqlite3 database)
    {
        Add(database, "ST_IsEmpty", blob => EnvelopeOf(blob) is null ? 1 : 0);
        Add(database, "ST_MinX", blob => EnvelopeOf(blob)?.MinX);
        Add(database, "ST_MaxX", blob => EnvelopeOf(blob)?.MaxX);
        Add(database, "ST_MinY", blob => EnvelopeOf(blob)?.MinY);
        Add(database, "ST_MaxY", blob => EnvelopeOf(blob)?.MaxY);
    }

    private static void Add(sqlite3 database, string name, Func<byte[], double?> value)
    {
        raw.sqlite3_create_function(
            database, name, 1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, (context, _, arguments) =>
            {
                var result = raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_BLOB
                    ? value(raw.sqlite3_value_blob(arguments[0]).ToArray())
                    : null;
                Return(context, name, result);
            });
    }

    private static void Return(sqlite3_context context, string name, double? result)
    {
        if (result is null)
        {
            raw.sqlite3_result_null(context);
        }
        else if (name == "ST_IsEmpty")
        {
            raw.sqlite3_result_int(context, (int)result.Value);
        }
        else
        {
            raw.sqlite3_result_double(context, result.Value);
        }
    }

    private static Envelope? EnvelopeOf(byte[] blob)
    {
        using var shapes = new ShapeCollector();
        GeometryBlob.Read(blob, shapes);
        return shapes.Envelope();
    }
}
