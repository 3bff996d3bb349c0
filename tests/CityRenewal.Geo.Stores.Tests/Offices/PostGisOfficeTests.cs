using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using Npgsql;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>An office in PostGIS beside other services, QGIS, and a kill.</summary>
public sealed class PostGisOfficeTests : IDisposable
{
    private readonly PostGisHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Many_services_that_open_an_empty_database_at_once_make_its_tables_once()
    {
        Parallel.For(0, 6, _ => _home.Open().Dispose());

        Assert.Equal(1L, _home.Ask("SELECT count(*) FROM cityrenewal.schema_version"));
        using var office = _home.Open();
        Assert.Empty(office.Cities);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused()
    {
        _home.Open().Dispose();
        _home.RunRecordSql("UPDATE schema_version SET version = 99");

        var refusal = Assert.Throws<StoreException>(_home.Open);

        Assert.Contains("form 99", refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_answers_are_found_by_their_time_in_a_database_of_an_earlier_form_too()
    {
        _home.Open().Dispose();
        _home.RunRecordSql("DROP INDEX requests_by_time; UPDATE schema_version SET version = 1");

        _home.Open().Dispose();

        Assert.Equal("time", _home.Ask(
            "SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indexrelid WHERE i.indexrelid = 'cityrenewal.requests_by_time'::regclass"));
    }

    [Fact]
    public void What_another_service_changes_is_seen()
    {
        using IOfficeStore one = _home.Open(), other = _home.Open();
        var city = OfficeTown.Found(one);
        var before = city.ReadLayersVersion();

        other.Find("town")!.Update([SmallTown.Parcels(50)], before);

        Assert.NotEqual(before, city.ReadLayersVersion());
        Assert.Equal(50, city.Open().City.Parcels.Count);
        other.Delete("town", null);
        Assert.Null(one.Find("town"));
        Assert.Equal(OfficeConflict.Missing, Assert.Throws<OfficeConflictException>(() => city.Open()).Kind);
    }

    [Theory]
    [InlineData("UPDATE parcels SET land_use = '绿地' WHERE parcel_id = 'P0000007'", 40, "edited 1")]
    [InlineData("UPDATE parcels SET geom = ST_Translate(geom, 1, 0) WHERE parcel_id = 'P0000007'", 40, "moved 1")]
    [InlineData("DELETE FROM parcels WHERE parcel_id = 'P0000007'", 39, "removed 1")]
    [InlineData("INSERT INTO parcels (parcel_id, geom) SELECT 'N1', geom FROM parcels WHERE parcel_id = 'P0000007'", 41, "added 1")]
    public void What_is_edited_in_QGIS_is_another_version_and_is_kept(string sql, int parcels, string change)
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);
        var before = city.ReadLayersVersion();

        _home.RunSql("town", sql);
        var edited = city.ReadLayersVersion();

        Assert.NotEqual(before, edited);
        Assert.Equal((parcels, parcels), (city.Read("parcels").Sum(sheet => sheet.Shapes.Count), city.Open().City.Parcels.Count));
        Assert.Equal(["parcels"], Assert.Single(city.StalePlans()).Layers);
        Assert.Equal(OfficeConflict.Changed, Assert.Throws<OfficeConflictException>(() => city.Update([SmallTown.Parcels(50)], before)).Kind);
        var made = city.Update([SmallTown.Parcels(50)], edited);
        Assert.Equal(["edited outside this program", "small town"], made.Select(version => version.Origin));
        var changed = city.Changes(2)[0];
        Assert.Equal(change, changed.Added.Count + changed.Removed.Count + changed.Moved.Count + changed.Edited.Count == 1
            ? changed.Added.Count == 1 ? "added 1" : changed.Removed.Count == 1 ? "removed 1" : changed.Moved.Count == 1 ? "moved 1" : "edited 1" : "more");
        Assert.Equal(50, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
    }

    [Fact]
    public void A_reader_that_began_before_a_change_reads_what_it_began_with()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office, parcels: 20_000);
        using var sheets = city.Read("parcels").GetEnumerator();
        Assert.True(sheets.MoveNext());
        var ids = IdsOf(sheets.Current).ToList();

        city.Update([SmallTown.Parcels(60)], null);
        while (sheets.MoveNext())
        {
            ids.AddRange(IdsOf(sheets.Current));
        }

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => $"P{i:D7}"), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_reader_under_whom_features_are_edited_is_told_to_begin_again()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office, parcels: 20_000);
        using var sheets = city.Read("parcels").GetEnumerator();
        Assert.True(sheets.MoveNext());

        _home.RunSql("town", "UPDATE parcels SET land_use = 'x' WHERE parcel_id > 'P0010000'");

        Assert.Contains("edited while it was read", Assert.Throws<StoreException>(() => { while (sheets.MoveNext()) { } }).Problem, StringComparison.Ordinal);
        Assert.Equal(20_000, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
    }

    [Theory]
    [InlineData("UPDATE parcels_versions SET land_use = 'x' WHERE to_version IS NOT NULL")]
    [InlineData("DELETE FROM parcels_versions WHERE to_version IS NOT NULL")]
    [InlineData("TRUNCATE parcels_versions")]
    public void Rows_of_earlier_versions_are_never_changed(string sql)
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        city.Update([SmallTown.Parcels(30)], null);

        Assert.Throws<PostgresException>(() => _home.RunSql("town", sql));

        Assert.Equal(10, city.Changes(2).Single().Removed.Count);
    }

    [Fact]
    public void GDAL_sees_layers_and_areas_of_plans_where_they_are()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0, 1);
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p2"), 2);

        var info = TemporaryFolder.Run("ogrinfo", "-ro", "-so", Gdal(), "parcels", "renewal_areas", "barriers");

        Assert.Matches("Layer name: parcels\n(Metadata:\n.*\n)?Geometry: Multi Polygon\nFeature Count: 40\n", info);
        Assert.Matches("Layer name: renewal_areas\n(Metadata:\n.*\n)?Geometry: Multi Polygon\nFeature Count: 3\n", info);
        Assert.Matches("Layer name: barriers\n(Metadata:\n.*\n)?Geometry: Multi Line String\nFeature Count: 1\n", info);
        Assert.Contains("ID[\"EPSG\",4544]]", info, StringComparison.Ordinal);
        Assert.Contains("FID Column = fid", info, StringComparison.Ordinal);
        Assert.Equal("0.5", _home.Ask("SELECT measures ->> 'polsby_popper' FROM city_town.renewal_areas WHERE plan_id = 'p2'"));
    }

    [Fact]
    public void QGIS_opens_the_layers_and_edits_one()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);

        var said = Renewal.Python("edit_postgis.py", Uri());

        Assert.True(said.Output == "40 features, EPSG:4544\nsaved True\n", said.Output + said.Error);
        Assert.Equal("QGIS", _home.Ask("SELECT land_use FROM city_town.parcels WHERE parcel_id = 'P0000007'"));
        Assert.Equal(["edited outside this program", "small town"], city.Update([SmallTown.Parcels(41)], null).Select(version => version.Origin));
    }

    [Fact]
    public void A_connection_that_was_cut_costs_no_call()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        for (var i = 0; i < 3; i++)
        {
            _home.Ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            city.Update([SmallTown.Parcels(41 + i)], null);
            _home.Ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            Assert.Equal(41 + i, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
        }
    }

    [Fact]
    public void While_another_program_holds_a_layer_it_is_read_and_a_change_is_refused_in_words()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        using var connection = new NpgsqlConnection(_home.Connection);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using (var edit = new NpgsqlCommand("UPDATE city_town.parcels SET land_use = 'x'", connection, transaction))
        {
            edit.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<StoreException>(() => city.Update([SmallTown.Parcels(50)], null));

        Assert.Contains("Another program holds", refusal.Problem, StringComparison.Ordinal);
        Assert.Equal(40, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
        transaction.Rollback();
        city.Update([SmallTown.Parcels(50)], null);
    }

    [Fact]
    public void A_killed_service_loses_nothing_that_it_acknowledged_and_leaves_nothing_half()
    {
        KilledProcess.LosesNothing(_home.Connection, _home.Open);

        Assert.Equal(0L, _home.Ask("SELECT count(*) FROM cityrenewal.plan_parts p LEFT JOIN cityrenewal.plans o ON (o.city, o.id) = (p.city, p.plan) WHERE o.id IS NULL"));
        Assert.Equal(
            _home.Ask("SELECT count(*) FROM cityrenewal.plans"), _home.Ask("SELECT count(DISTINCT plan_id) FROM city_town.renewal_areas"));
    }

    [Fact]
    public void A_city_that_cannot_be_written_to_the_end_leaves_no_table()
    {
        using var office = _home.Open();
        var layer = SmallTown.Parcels(20);
        var hostile = layer.WithColumns([.. layer.Columns, new Land.TextSource("note", SmallTown.Texts(20, i => i == 19 ? "a\0b" : "a"))]);

        var refusal = Assert.Throws<StoreException>(() => office.Found("town", [SmallTown.Udb(), hostile], OfficeTown.Settings));

        Assert.Equal("parcels, column note, feature 20", refusal.Thing);
        Assert.Contains("NUL", refusal.Problem, StringComparison.Ordinal);
        Assert.Equal(0L, _home.Ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'city\\_%'"));
        Assert.Empty(office.Cities);
    }

    private static IEnumerable<string> IdsOf(Land.SourceLayer sheet) => Enumerable.Range(0, sheet.Shapes.Count).Select(row => sheet.Column("parcel_id")!.TextOf(row));

    private string Gdal()
    {
        var at = new NpgsqlConnectionStringBuilder(_home.Connection);
        return $"PG:host={at.Host} port={at.Port} user={at.Username} dbname={at.Database} active_schema=city_town";
    }

    private string Uri()
    {
        var at = new NpgsqlConnectionStringBuilder(_home.Connection);
        return $"dbname='{at.Database}' host={at.Host} port={at.Port} user='{at.Username}' key='fid' srid=4544 type=MultiPolygon table=\"city_town\".\"parcels\" (geom)";
    }
}
