using System.Net.Sockets;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Connections;

/// <summary>Turns what the server or the way to it returns into words: what is wrong, where, what to do.</summary>
internal static class PostGisFailure
{
    private const string Again = "Nothing was kept of this call: try it again.";

    /// <summary>Whether the same work may well succeed at once: the connection was lost, or two changes met.</summary>
    internal static bool IsPassing(Exception failure) => failure switch
    {
        PostgresException said => said.SqlState is "57P01" or "57P02" or "40001" or "40P01" || said.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: IOException } => true,
        NpgsqlException { InnerException: SocketException socket } => socket.SocketErrorCode != SocketError.ConnectionRefused,
        _ => false,
    };

    /// <summary>The failure in words; null where it is none of the database's.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="place">The database.</param>
    /// <param name="isOpen">Whether it is unknown if the work was kept: the connection was lost while it was being confirmed.</param>
    internal static StoreException? Of(Exception failure, string place, bool isOpen = false) => failure switch
    {
        PostgresException said => Said(said, place),
        NpgsqlException when isOpen => new StoreException(
            place, "The connection was lost while the work was being confirmed: whether it was kept is not known.",
            "Read again what was to be changed, and repeat the call if it was not.", failure) { IsOfOffice = true },
        NpgsqlException { InnerException: TimeoutException } => new StoreException(
            place, "The PostGIS server did not answer in time.", $"Check its load and the network. {Again}", failure) { IsOfOffice = true },
        NpgsqlException lost when lost.Message.Contains("pool", StringComparison.OrdinalIgnoreCase) => new StoreException(
            place, "All connections are in use.", $"Wait a moment, or allow more with Maximum Pool Size. {Again}", failure) { IsOfOffice = true },
        NpgsqlException => new StoreException(
            place, "The PostGIS server cannot be reached.", $"Check that it runs and that host, port and network are right. {Again}", failure) { IsOfOffice = true },
        TimeoutException => new StoreException(place, "The PostGIS server did not answer in time.", $"Check its load and the network. {Again}", failure) { IsOfOffice = true },
        _ => null,
    };

    private static StoreException Said(PostgresException said, string place)
    {
        var (what, remedy) = Words(said);
        return new StoreException(place, what, remedy, said)
        {
            // A text that cannot be kept is the caller's to mend, and a program that holds what is to be changed the user's.
            IsOfOffice = said.SqlState is not ("22021" or "22P05" or "55P03"),
        };
    }

    private static (string What, string Remedy) Words(PostgresException said) => said.SqlState switch
    {
        "28P01" or "28000" => ("The server does not let this user in.", "Check user and password (PGPASSWORD, PGPASSFILE) and pg_hba.conf of the server."),
        "3D000" => ("The server has no such database.", "Make it first: `createdb NAME`, then `psql -d NAME -c 'CREATE EXTENSION postgis'`."),
        "42501" => ("The user may not do this in the database.", "Have its administrator grant CREATE on the database to the user, and run `CREATE EXTENSION postgis` once."),
        "58P01" or "0A000" when said.MessageText.Contains("postgis", StringComparison.Ordinal) => (
            "The server has no PostGIS.", "Install PostGIS 3 for this version of PostgreSQL, for example postgresql-15-postgis-3."),
        "53100" => ("The disk of the server is full: nothing was kept of this write.", "Free some space there, then try again."),
        "53200" => ("The server has not enough memory for this.", "Try again later, or give it more memory."),
        "53300" => ("The server takes no more connections.", "Wait a moment, or raise max_connections there; every service needs up to 24 (Maximum Pool Size)."),
        "55P03" => ("Another program holds what is to be changed.", "Close it there or end its edit session (in QGIS: save and toggle editing off), then try again."),
        "57014" => ("The server stopped the work because it took too long.", $"Check its load and statement_timeout. {Again}"),
        "57P01" or "57P02" or "57P03" => ("The PostGIS server is being stopped or started.", $"Wait until it runs. {Again}"),
        "22021" or "22P05" => ("A text holds a character that PostgreSQL cannot keep (NUL).", "Clean the attribute in the source, then bring it in again."),
        "40001" or "40P01" => ("Two changes met and kept each other from ending.", Again),
        _ when said.SqlState.StartsWith("08", StringComparison.Ordinal) => ("The connection to the server was lost.", Again),
        _ => ($"PostgreSQL refuses: {said.MessageText} ({said.SqlState}).", "Check the log of the server."),
    };
}
