using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Layers;
using CityRenewal.Geo.Stores.PostGis.Records;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis;

/// <summary>
/// An office in a PostGIS database: what cities share in the schema cityrenewal, every city in a schema of its own whose layers QGIS
/// opens and edits. Commands and QGIS may work on it beside one service; changes of one city come one after the other.
/// </summary>
public sealed class PostGisOffice : IOfficeStore
{
    // A number that nobody else takes by chance: "renewal" in ASCII.
    private const long ServiceLock = 0x72656e6577616c;

    private readonly PostGisDatabase _database;

    private PostGisOffice(PostGisDatabase database) => (_database, Records) = (database, new PostGisRecords(database));

    /// <inheritdoc/>
    public string Place => _database.Place;

    /// <inheritdoc/>
    public IReadOnlyList<string> Cities => _database.Read(session => session.Rows("SELECT id FROM cityrenewal.cities ORDER BY id", row => row.GetString(0)));

    /// <inheritdoc/>
    public IOfficeRecords Records { get; }

    /// <summary>Whether a text is the address of a database, postgresql://…, not the path of a folder.</summary>
    public static bool IsAddress(string text) => ConnectionText.IsOne(text);

    /// <summary>Opens the office, and makes its tables where the database has none or older ones.</summary>
    /// <param name="connection">
    /// postgresql://user@host:port/database, or names and values as Npgsql takes them. What is not said comes from the environment:
    /// PGUSER, PGPASSWORD, PGPASSFILE.
    /// </param>
    /// <exception cref="StoreException">The server cannot be reached, does not let us in, or has no PostGIS.</exception>
    public static PostGisOffice Open(string connection)
    {
        var database = PostGisDatabase.Open(connection);
        try
        {
            PostGisMigrations.Run(database);
            return new PostGisOffice(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Takes the office for one service: runs and edit sessions are worked on by one alone. Given back when this is disposed of.</summary>
    /// <exception cref="StoreException">Another service has it.</exception>
    public void HoldForService()
    {
        if (!_database.TryHold(ServiceLock))
        {
            throw new StoreException(Place, "Another service works on this office.", "Stop that one first, or take another database.");
        }
    }

    /// <summary>
    /// Whether the office is still held for this service; to be asked now and then, for the database forgets who holds it when it is
    /// started anew. What was forgotten is taken again, unless another service was faster.
    /// </summary>
    /// <exception cref="StoreException">The server cannot be reached.</exception>
    public bool IsStillHeld() => _database.StillHolds(ServiceLock);

    /// <inheritdoc/>
    public IOfficeCity? Find(string city) => _database.Read(session => CityRow.Find(session, city)) is null ? null : new PostGisCity(_database, city);

    /// <inheritdoc/>
    public IOfficeCity Found(
        string city, IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        if (!OfficeNames.IsId(city))
        {
            throw new StoreException($"city '{city}'", "This cannot be the id of a city.", $"Take {OfficeNames.Said}.");
        }

        if (Find(city) is not null)
        {
            throw new OfficeConflictException(OfficeConflict.Exists, $"There is a city {city} already; take another id, or bring layers into that one.");
        }

        new PostGisFounding(_database, city, progress).Run(layers, settings, cancel);
        return new PostGisCity(_database, city);
    }

    /// <inheritdoc/>
    public void Delete(string city, string? layersVersion) => _database.Change(session =>
    {
        var row = CityRow.Hold(session, city).Require(layersVersion);
        session.Run($"DROP SCHEMA {FeatureTable.Quoted(row.Schema)} CASCADE");
        session.Run("DELETE FROM cityrenewal.sessions WHERE city = $1", city);
        session.Run("DELETE FROM cityrenewal.cities WHERE number = $1", row.Number);
    });

    public void Dispose() => _database.Dispose();
}
