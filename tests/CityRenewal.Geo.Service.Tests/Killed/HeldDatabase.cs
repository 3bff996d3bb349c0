using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.PostGis;
using CityRenewal.Geo.Stores.Tests.Offices;
using Npgsql;

namespace CityRenewal.Geo.Service.Tests.Killed;

/// <summary>An office in PostGIS. A trigger that sleeps holds whoever writes an answer, in the midst of the transaction.</summary>
internal sealed class HeldDatabase : IHeldStore
{
    private readonly OwnServer _server = new();

    public HeldDatabase()
    {
        using var office = PostGisOffice.Open(_server.Address);
        office.Found("sample", SampleCity.Of(new SampleOptions(1000, 7), null, default), new AssemblyOptions { Name = "sample", BaselineYear = SampleOptions.BaselineYear });
    }

    public string Store => _server.Address;

    public string[] Further => [];

    public void Hold() => Run(
        """
        CREATE FUNCTION cityrenewal.held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(86400); RETURN NEW; END $$;
        CREATE TRIGGER held BEFORE INSERT ON cityrenewal.requests FOR EACH ROW EXECUTE FUNCTION cityrenewal.held()
        """);

    public bool IsHeld() => Ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") > 0;

    // The server would hear of the killed client only when it has slept.
    public void LetGo() => Run(
        """
        SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE wait_event = 'PgSleep';
        DROP TRIGGER held ON cityrenewal.requests; DROP FUNCTION cityrenewal.held()
        """);

    public long Records(string sql) => Ask($"SET search_path = cityrenewal, public; {sql}");

    public long Dispositions() => Ask("SELECT count(*) FROM city_sample.register_dispositions");

    public void Dispose() => _server.Dispose();

    private void Run(string sql) => With(sql, command => command.ExecuteNonQuery());

    private long Ask(string sql) => With(sql, command => Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture));

    private T With<T>(string sql, Func<NpgsqlCommand, T> work)
    {
        using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_server.Port};Username=postgres;Password=geheim;Database=office;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return work(command);
    }
}
