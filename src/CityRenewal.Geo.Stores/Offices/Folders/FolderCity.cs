using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.Offices.Stale;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>A city of an office in a folder: a city file, and plan files in a folder. One writer at a time.</summary>
internal sealed class FolderCity(string id, string file, string folder, RecordFile records) : IOfficeCity
{
    private readonly Lock _writing = new();
    private readonly CityFileVersion _version = new(file);
    private readonly FolderPlans _plans = new(id, Path.Combine(folder, "plans"), records);

    public string Id => id;

    /// <summary>Path of its city file.</summary>
    internal string File => file;

    public CitySettings ReadSettings() => CityFile.Settings(file);

    public IReadOnlyList<LayerVersion> ReadVersions() => CityFile.Versions(file);

    public string ReadLayersVersion() => _version.Read();

    public AssembledCity Open(IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        CityFile.Open(file, new OpenOptions(), progress, cancel);

    public IEnumerable<SourceLayer> Read(string layer, CancellationToken cancel = default) => CityFile.ReadSheets(file, layer, cancel);

    public IReadOnlyList<SourceLayer> ReadLayers(CancellationToken cancel = default) => CityFile.ReadLayers(file, progress: null, cancel);

    public IReadOnlyList<LayerVersion> Update(
        IReadOnlyList<SourceLayer> layers, string? layersVersion, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        lock (_writing)
        {
            if (layersVersion is not null && layersVersion != ReadLayersVersion())
            {
                throw new OfficeConflictException(OfficeConflict.Changed, $"The city {id} was changed since it was read; read it again.");
            }

            return CityBringing.Of(file, layers, progress, cancel).Made;
        }
    }

    public IReadOnlyList<LayerChange> Changes(int firstVersion, CancellationToken cancel = default) =>
        CityFile.Changes(file, firstVersion, progress: null, cancel);

    public RenewalRegister ReadRegister() => RegisterFile.Read(file);

    public void AddToRegister(RegisterEntry entry, AreaBaseline? baseline, Func<RenewalRegister, RequestRecord?>? answered = null) =>
        Change(RegisterFile.Adding(entry, baseline), answered);

    public void MoveInRegister(string entry, RegisterStep step, Func<RenewalRegister, RequestRecord?>? answered = null) =>
        Change(RegisterFile.Moving(entry, step), answered);

    public void RecordDemolition(
        string entry, IReadOnlyList<DemolitionClaim> claims, (DateOnly Date, string Document) by, Func<RenewalRegister, RequestRecord?>? answered = null) =>
        Change(RegisterFile.Disposing(entry, claims, by), answered);

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
        this, version => ChangedRowsOfFile.Since(file, version, cancel), plan => ReadPlan(plan, PlanPlaces.Of)).Run(cancel);

    public void DeletePlan(string plan, int? revision) => _plans.Delete(plan, revision);

    /// <summary>Removes files of plans that were never acknowledged.</summary>
    internal void SweepPlans() => _plans.Sweep();

    private void Change(Action<SqliteFile, RenewalRegister> change, Func<RenewalRegister, RequestRecord?>? answered)
    {
        lock (_writing)
        {
            RegisterFile.Change(file, change, changed =>
            {
                if (answered?.Invoke(RegisterReading.Of(changed)) is { } request)
                {
                    records.Keep(request, (id, RegisterMarks.Add(changed, request.Time)));
                }
            });
        }
    }
}
