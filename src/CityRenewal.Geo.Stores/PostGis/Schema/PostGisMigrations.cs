using CityRenewal.Geo.Stores.PostGis.Connections;

namespace CityRenewal.Geo.Stores.PostGis.Schema;

/// <summary>
/// The steps in which the tables of an office grew, in their order, under a lock that only one program holds at a time. A step that
/// was ever released stays as it is; changes are further steps.
/// </summary>
internal static class PostGisMigrations
{
    private const long Lock = 0x63_69_74_79_72_65;

    private static readonly IReadOnlyList<string> Steps =
    [
        OfficeTables.Create + EditTriggers.Create,
        "CREATE INDEX requests_by_time ON cityrenewal.requests (time)",
    ];

    /// <summary>Brings the database to the newest form, all or nothing.</summary>
    /// <exception cref="StoreException">A newer program wrote it.</exception>
    internal static void Run(PostGisDatabase database)
    {
        if (database.Read(Version) != Steps.Count)
        {
            database.Change(Migrate);
        }
    }

    private static void Migrate(Session session)
    {
        session.Run("SELECT pg_advisory_xact_lock($1)", Lock);
        var version = Version(session);
        if (version > Steps.Count)
        {
            throw new StoreException(
                session.Place, $"A newer version of this program wrote it (form {version}, this one knows {Steps.Count}).", "Use that version.");
        }

        if (version == 0)
        {
            session.Run("CREATE EXTENSION IF NOT EXISTS postgis");
            session.Run("CREATE SCHEMA IF NOT EXISTS cityrenewal");
            session.Run("CREATE TABLE cityrenewal.schema_version (version integer NOT NULL)");
            session.Run("INSERT INTO cityrenewal.schema_version VALUES (0)");
        }

        foreach (var step in Steps.Skip(version))
        {
            session.Run(step);
        }

        session.Run("UPDATE cityrenewal.schema_version SET version = $1", Steps.Count);
    }

    private static int Version(Session session) =>
        session.Value("SELECT count(*) FROM pg_tables WHERE schemaname = 'cityrenewal' AND tablename = 'schema_version'") is 0L
            ? 0
            : (int)(session.Value("SELECT version FROM cityrenewal.schema_version") ?? 0);
}
