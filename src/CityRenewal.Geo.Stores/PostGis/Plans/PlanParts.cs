using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Plans;

/// <summary>The GeoPackage of a plan as rows of some megabytes, so that neither side ever holds a large one whole.</summary>
internal static class PlanParts
{
    private const int Bytes = 4 << 20;

    internal static void Write(Session session, CityRow city, string plan, string path)
    {
        session.Run("DELETE FROM cityrenewal.plan_parts WHERE city = $1 AND plan = $2", city.Number, plan);
        using var file = File.OpenRead(path);
        var buffer = new byte[Bytes];
        for (var number = 0; file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and var count; number++)
        {
            session.Run(
                "INSERT INTO cityrenewal.plan_parts (city, plan, number, bytes) VALUES ($1, $2, $3, $4)",
                city.Number, plan, number, new ArraySegment<byte>(buffer, 0, count));
        }
    }

    /// <summary>Puts the file together; the parts must be read in one snapshot.</summary>
    internal static void Read(Session session, CityRow city, string plan, string path)
    {
        using var file = File.Create(path);
        for (var number = 0; PartOf(session, city, plan, number) is { } part; number++)
        {
            file.Write(part);
        }
    }

    private static byte[]? PartOf(Session session, CityRow city, string plan, int number) =>
        (byte[]?)session.Value("SELECT bytes FROM cityrenewal.plan_parts WHERE city = $1 AND plan = $2 AND number = $3", city.Number, plan, number);
}
