using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Connections;

/// <summary>
/// Reads where a database is: an address as PostgreSQL writes it (postgresql://user:password@host:port/database?sslmode=require),
/// or names and values as Npgsql writes them (Host=…;Database=…). What is not said comes from the environment (PGUSER, PGPASSWORD,
/// PGPASSFILE, PGSSLMODE, PGSSLROOTCERT), so that no password needs to be written down.
/// </summary>
internal static class ConnectionText
{
    private const int Port = 5432;
    private const string Remedy = "Write postgresql://user@host:5432/database, or Host=host;Username=user;Database=database; give the password by PGPASSWORD or PGPASSFILE.";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["sslmode"] = "SSL Mode", ["sslrootcert"] = "Root Certificate", ["sslcert"] = "SSL Certificate", ["sslkey"] = "SSL Key",
        ["connect_timeout"] = "Timeout", ["application_name"] = "Application Name", ["options"] = "Options", ["host"] = "Host",
        ["port"] = "Port", ["user"] = "Username", ["password"] = "Password", ["dbname"] = "Database", ["passfile"] = "Passfile",
        ["target_session_attrs"] = "Target Session Attributes",
    };

    /// <summary>Whether a text is the address of a database, not the path of a folder.</summary>
    internal static bool IsOne(string text) =>
        text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase);

    internal static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            var read = IsOne(text) ? OfAddress(text) : new NpgsqlConnectionStringBuilder(text);
            return Completed(read);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // The text may hold a password, and so may what was made of it: neither is told.
            throw new StoreException("The address of the database", "It cannot be understood.", Remedy);
        }
    }

    /// <summary>Where the database is, without user and password.</summary>
    internal static string PlaceOf(NpgsqlConnectionStringBuilder read) =>
        $"postgresql://{read.Host}{(read.Port == Port ? "" : $":{read.Port}")}/{read.Database}";

    private static NpgsqlConnectionStringBuilder OfAddress(string text)
    {
        var address = new Uri(text);
        var read = new NpgsqlConnectionStringBuilder { Host = address.Host.Length > 0 ? address.Host : "localhost" };
        read.Port = address.Port > 0 ? address.Port : Port;
        if (address.AbsolutePath.Trim('/') is { Length: > 0 } database)
        {
            read.Database = Uri.UnescapeDataString(database);
        }

        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            read.Username = Uri.UnescapeDataString(user);
            read.Password = password is [var word] ? Uri.UnescapeDataString(word) : null;
        }

        foreach (var setting in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = setting.Split('=', 2);
            var value = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
            read[Names.TryGetValue(parts[0], out var name) ? name : throw new ArgumentException(parts[0])] = name == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return read;
    }

    // Bounds that hold where nobody says otherwise: a server that is away is told of within seconds, and connections stay few.
    private static NpgsqlConnectionStringBuilder Completed(NpgsqlConnectionStringBuilder read)
    {
        read.Host = string.IsNullOrEmpty(read.Host) ? "localhost" : read.Host;
        read.Database = string.IsNullOrEmpty(read.Database) ? Environment.GetEnvironmentVariable("PGDATABASE") ?? read.Username ?? "cityrenewal" : read.Database;
        if (!read.ShouldSerialize("Maximum Pool Size"))
        {
            read.MaxPoolSize = 24;
        }

        if (!read.ShouldSerialize("Timeout"))
        {
            read.Timeout = 5;
        }

        if (!read.ShouldSerialize("Keepalive"))
        {
            read.KeepAlive = 30;
        }

        read.ApplicationName ??= "renewal";
        read.IncludeErrorDetail = false;
        read.PersistSecurityInfo = false;
        return read;
    }
}
