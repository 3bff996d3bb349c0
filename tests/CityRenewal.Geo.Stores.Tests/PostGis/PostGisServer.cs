using Npgsql;

namespace CityRenewal.Geo.Stores.Tests.PostGis;

/// <summary>The PostGIS that tests/run.sh starts: a second opinion on areas.</summary>
internal static class PostGisServer
{
    /// <summary>An open connection; without a server the test fails and says how to get one.</summary>
    public static NpgsqlConnection Connect()
    {
        var connectionString = Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_POSTGIS");
        Assert.True(
            !string.IsNullOrEmpty(connectionString),
            "CITYRENEWAL_TEST_POSTGIS names no PostGIS: run through tests/run.sh, which starts one.");
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }
}
