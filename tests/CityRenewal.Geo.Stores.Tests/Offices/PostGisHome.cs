using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis;
using Npgsql;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>An office in a database of its own, on the server that tests/run.sh starts.</summary>
public sealed class PostGisHome : IOfficeHome
{
    // Copying a database that has PostGIS is much quicker than creating the extension.
    private static readonly Lazy<string> Template = new(MakeTemplate);

    private readonly string _database = $"office_{Guid.NewGuid():N}";

    public PostGisHome() => OnServer($"CREATE DATABASE {_database} TEMPLATE {Template.Value}");

    internal string Connection => Connected(_database);

    public IOfficeStore Open() => PostGisOffice.Open(Connection);

    public void RunSql(string city, string sql) => Run(Connection, $"SET search_path = \"city_{city}\", public; {sql}");

    public void RunRecordSql(string sql) => Run(Connection, $"SET search_path = cityrenewal, public; {sql}");

    public void Dispose() => OnServer($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");

    /// <summary>The first value that a query tells.</summary>
    internal object? Ask(string sql)
    {
        using var connection = new NpgsqlConnection(Connection + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private static string MakeTemplate()
    {
        var name = $"office_template_{Environment.ProcessId}";
        OnServer($"DROP DATABASE IF EXISTS {name}");
        OnServer($"CREATE DATABASE {name}");
        Run(Connected(name), "CREATE EXTENSION postgis");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        return name;
    }

    private static string Connected(string database) => new NpgsqlConnectionStringBuilder(Server()) { Database = database, MaxPoolSize = 8 }.ConnectionString;

    private static void OnServer(string sql) => Run(Server(), sql);

    private static string Server()
    {
        var server = Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_POSTGIS");
        Assert.True(!string.IsNullOrEmpty(server), "CITYRENEWAL_TEST_POSTGIS names no PostGIS: run through tests/run.sh, which starts one.");
        return server;
    }

    private static void Run(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
