using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Stale;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Layers;
using CityRenewal.Geo.Stores.PostGis.Plans;
using CityRenewal.Geo.Stores.PostGis.Records;
using CityRenewal.Geo.Stores.PostGis.Registers;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis;

/// <summary>A city of an office in PostGIS.</summary>
internal sealed class PostGisCity(PostGisDatabase database, string id) : IOfficeCity
{
    private readonly PostGisPlans _plans = new(database, id);

    public string Id => id;

    public CitySettings ReadSettings() => database.Snapshot(session => SettingRows.Read(session, CityRow.Get(session, id)));

    public IReadOnlyList<LayerVersion> ReadVersions() =>
        database.Snapshot(session => LayerVersionRows.All(session, CityRow.Get(session, id)).ConvertAll(row => row.Version));

    public string ReadLayersVersion() => database.Read(session => CityRow.Get(session, id)).LayersVersion;

    public AssembledCity Open(IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        new CityReading(database, id).Open(progress, cancel);

    public IEnumerable<SourceLayer> Read(string layer, CancellationToken cancel = default) => new CityReading(database, id).Sheets(layer, cancel);

    public IReadOnlyList<SourceLayer> ReadLayers(CancellationToken cancel = default) => database.Snapshot(
        session =>
        {
            var city = CityRow.Get(session, id);
            session.Patience = 0;
            return LayerTable.All(session, city).Select(table => LayerReading.Current(session, city, table)).ToList();
        },
        cancel);

    public IReadOnlyList<LayerVersion> Update(
        IReadOnlyList<SourceLayer> layers, string? layersVersion, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        database.Change(session => CityUpdate.Run(session, (id, layersVersion), layers, progress), cancel);

    public IReadOnlyList<LayerChange> Changes(int firstVersion, CancellationToken cancel = default) => database.Snapshot(
        session =>
        {
            var city = CityRow.Get(session, id);
            var tables = LayerTable.All(session, city).ToDictionary(table => table.Layer);
            var made = LayerVersionRows.All(session, city).ToDictionary(row => (row.Version.Layer, row.Version.Version), row => row.GeometryType);
            return VersionList.Of(
                [.. LayerVersionRows.All(session, city).Select(row => row.Version)], firstVersion,
                version => LayerReading.Version(session, tables[version.Layer], (version, made[(version.Layer, version.Version)])));
        },
        cancel);

    public RenewalRegister ReadRegister() => database.Snapshot(session => RegisterRows.Read(session, CityRow.Get(session, id)));

    public void AddToRegister(RegisterEntry entry, AreaBaseline? baseline, Func<RenewalRegister, RequestRecord?>? answered = null) =>
        Change((session, city) => RegisterAdding.Entry(session, city, entry, baseline), answered);

    public void MoveInRegister(string entry, RegisterStep step, Func<RenewalRegister, RequestRecord?>? answered = null) =>
        Change((session, city) => RegisterAdding.Move(session, city, entry, step), answered);

    public void RecordDemolition(
        string entry, IReadOnlyList<DemolitionClaim> claims, (DateOnly Date, string Document) by, Func<RenewalRegister, RequestRecord?>? answered = null) =>
        Change((session, city) => RegisterAdding.Demolition(session, city, (entry, claims), by), answered);

    public IReadOnlyList<OfficePlan> ReadPlans() => _plans.All();

    public OfficePlan? FindPlan(string plan) => _plans.Find(plan);

    public void AddPlan(OfficePlan plan, ReadOnlyMemory<byte> message, Action<string> write, RequestRecord? answered = null) =>
        _plans.Add(plan, message, write, answered);

    public byte[] PlanMessage(string plan) => _plans.Message(plan);

    public T ReadPlan<T>(string plan, Func<string, T> read) => _plans.Read(plan, read);

    public OfficePlan ChangePlan(
        string plan, int? revision, Func<OfficePlan, OfficePlan> change, Action<string>? file = null, Func<OfficePlan, RequestRecord?>? answered = null) =>
        _plans.Change(plan, revision, (change, answered), file);

    public IReadOnlyList<StalePlan> StalePlans(CancellationToken cancel = default) => new StaleSearch(
        this,
        version => database.Snapshot(session => ChangedRowsOfCity.Since(session, CityRow.Get(session, id), version), cancel),
        plan => database.Read(session => PlanAreaRows.Places(session, CityRow.Get(session, id), plan))).Run(cancel);

    public void DeletePlan(string plan, int? revision) => _plans.Delete(plan, revision);

    private void Change(Action<Session, CityRow> change, Func<RenewalRegister, RequestRecord?>? answered) => database.Change(session =>
    {
        var city = CityRow.Hold(session, id);
        change(session, city);
        RequestRows.Put(session, answered?.Invoke(RegisterRows.Read(session, city)));
    });
}
