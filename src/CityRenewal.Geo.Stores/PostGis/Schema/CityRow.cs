using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Schema;

/// <summary>A city as the database knows it.</summary>
/// <param name="Number">Its number, never used twice.</param>
/// <param name="Id">Its id.</param>
/// <param name="Schema">The schema with its layers and its register.</param>
/// <param name="Version">The newest version of its layers.</param>
/// <param name="Versioned">Hash of the layers in that version.</param>
/// <param name="Edits">How often layers were edited outside of this program.</param>
/// <param name="EditsVersioned">How many of these edits have a version.</param>
internal sealed record CityRow(int Number, string Id, string Schema, int Version, string Versioned, long Edits, long EditsVersioned)
{
    private const string Columns = "number, id, schema, version, layers_version, edits, edits_versioned";

    // PostgreSQL cuts longer names.
    private const int LongestName = 63;

    /// <summary>Whether layers were edited since their last version was made.</summary>
    internal bool HasEdits => Edits > EditsVersioned;

    /// <summary>Another text for every other content of the layers.</summary>
    internal string LayersVersion => HasEdits ? LayerHash.OfCity([("layers", Versioned), ("edits", $"{Edits}")]) : Versioned;

    /// <summary>
    /// Whether rows that were read in this state and in a later one, sheet by sheet, are of one state: later versions leave the
    /// rows of an earlier one where they are, edits from outside do not.
    /// </summary>
    internal bool ReadsAs(CityRow? later) =>
        later is not null && Number == later.Number && Edits == later.Edits && (!HasEdits || Version == later.Version);

    /// <summary>The condition that picks the rows of the newest version.</summary>
    internal string IsPresent => HasEdits ? "to_version IS NULL" : WasPresent(Version);

    internal static CityRow? Find(Session session, string id) =>
        !OfficeNames.IsId(id) ? null : session.Rows($"SELECT {Columns} FROM cityrenewal.cities WHERE id = $1", Read, id).FirstOrDefault();

    internal static CityRow Get(Session session, string id) => Find(session, id) ?? throw Missing(id);

    /// <summary>The city while no other program changes it, until the transaction is over.</summary>
    /// <exception cref="OfficeConflictException">There is none.</exception>
    internal static CityRow Hold(Session session, string id)
    {
        session.Run("SET LOCAL lock_timeout = '10s'");
        session.Run(EditTriggers.LetBy);
        session.Run("SELECT pg_advisory_xact_lock(1, $1)", Get(session, id).Number);
        return Get(session, id);
    }

    /// <summary>The city again, where it is what the caller saw.</summary>
    /// <exception cref="OfficeConflictException">It is another version by now.</exception>
    internal CityRow Require(string? layersVersion) => layersVersion is null || layersVersion == LayersVersion
        ? this
        : throw new OfficeConflictException(OfficeConflict.Changed, $"The city {Id} was changed since it was read; read it again.");

    /// <summary>The condition that picks the rows of a version; what an edit ended (0) was in the versions before it.</summary>
    internal static string WasPresent(int version) =>
        $"from_version <= {version} AND (to_version IS NULL OR to_version > {version} OR to_version = 0)";

    /// <summary>A schema for a city; long ids are cut and told apart by their hash.</summary>
    internal static string SchemaFor(string id) => ColumnNames.Cut($"city_{id}", LongestName);

    internal static OfficeConflictException Missing(string id) => new(OfficeConflict.Missing, $"There is no city {id}.");

    private static CityRow Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.GetInt64(5), row.GetInt64(6));
}
