using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.Offices;

/// <summary>One city of an office: its layers in their versions, its register, its plans.</summary>
public interface IOfficeCity
{
    /// <summary>Its id.</summary>
    string Id { get; }

    /// <summary>Name, baseline year, working plane, classifications.</summary>
    CitySettings ReadSettings();

    /// <summary>All versions of all layers, oldest first.</summary>
    IReadOnlyList<LayerVersion> ReadVersions();

    /// <summary>Hash of the present content of all layers: another one says that some layer changed, inside or outside of this program.</summary>
    string ReadLayersVersion();

    /// <summary>Puts the city together from its present layers.</summary>
    AssembledCity Open(IProgress<WorkProgress>? progress = null, CancellationToken cancel = default);

    /// <summary>The present features of a layer, in sheets of some thousand, each read when it is asked for; none where it has no such layer.</summary>
    IEnumerable<SourceLayer> Read(string layer, CancellationToken cancel = default);

    /// <summary>All present layers, whole, in the order of every table.</summary>
    IReadOnlyList<SourceLayer> ReadLayers(CancellationToken cancel = default);

    /// <summary>Brings layers as the next version of the city, all or nothing; a layer that did not change gets no new version.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layersVersion">The version that the caller saw; null takes any.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is kept then.</param>
    /// <returns>The versions that were made.</returns>
    /// <exception cref="OfficeConflictException">It is another version by now.</exception>
    /// <exception cref="UnusableLayersException">With these layers it would be no city.</exception>
    IReadOnlyList<LayerVersion> Update(
        IReadOnlyList<SourceLayer> layers, string? layersVersion, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default);

    /// <summary>What every version of every layer changed, from a version of the city on.</summary>
    IReadOnlyList<LayerChange> Changes(int firstVersion, CancellationToken cancel = default);

    /// <summary>The register; empty where none was begun.</summary>
    RenewalRegister ReadRegister();

    /// <summary>Registers an area, with its frozen baseline, or a project.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="baseline">What stands on an area; null for a project.</param>
    /// <param name="answered">What the request is answered, of the register as it is then; kept with the change or not at all. Null where nobody asks again.</param>
    /// <exception cref="RegisterRefusedException">Lists everything that is wrong; nothing was written.</exception>
    void AddToRegister(RegisterEntry entry, AreaBaseline? baseline, Func<RenewalRegister, RequestRecord?>? answered = null);

    /// <summary>Moves an entry of the register to its next state.</summary>
    /// <param name="entry">Its id.</param>
    /// <param name="step">The state, with its date and document.</param>
    /// <param name="answered">What the request is answered, of the register as it is then; kept with the change or not at all. Null where nobody asks again.</param>
    /// <exception cref="RegisterRefusedException">The step is not allowed, or there is no such entry; nothing was written.</exception>
    void MoveInRegister(string entry, RegisterStep step, Func<RenewalRegister, RequestRecord?>? answered = null);

    /// <summary>Records what an entry of the register demolishes.</summary>
    /// <param name="entry">Its id.</param>
    /// <param name="claims">The buildings, each by its shares.</param>
    /// <param name="by">Date and number of the document.</param>
    /// <param name="answered">What the request is answered, of the register as it is then; kept with the change or not at all. Null where nobody asks again.</param>
    /// <exception cref="RegisterRefusedException">There is no such entry, or no document is named; nothing was written.</exception>
    void RecordDemolition(
        string entry, IReadOnlyList<DemolitionClaim> claims, (DateOnly Date, string Document) by, Func<RenewalRegister, RequestRecord?>? answered = null);

    /// <summary>Its plans, sorted by id.</summary>
    IReadOnlyList<OfficePlan> ReadPlans();

    /// <summary>A plan; null where the city has none of that id.</summary>
    OfficePlan? FindPlan(string plan);

    /// <summary>Keeps a new plan, all or nothing.</summary>
    /// <param name="plan">What is known of it; revision 1.</param>
    /// <param name="message">The plan as the service tells it.</param>
    /// <param name="write">Writes the plan's GeoPackage to a path.</param>
    /// <param name="answered">What the request is answered, kept with the plan or not at all; null where nobody asks again.</param>
    /// <exception cref="OfficeConflictException">There is a plan of that id, or a request of that id was answered before.</exception>
    void AddPlan(OfficePlan plan, ReadOnlyMemory<byte> message, Action<string> write, RequestRecord? answered = null);

    /// <summary>The plan as the service tells it.</summary>
    /// <exception cref="OfficeConflictException">There is no such plan any more.</exception>
    byte[] PlanMessage(string plan);

    /// <summary>Reads the plan's GeoPackage, which lies at a path for as long.</summary>
    /// <exception cref="OfficeConflictException">There is no such plan any more.</exception>
    T ReadPlan<T>(string plan, Func<string, T> read);

    /// <summary>Changes what is known of a plan, and its GeoPackage too where that is asked for; all or nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="revision">The revision that the caller saw; null takes any.</param>
    /// <param name="change">What becomes of it; the revision is counted on.</param>
    /// <param name="file">Changes the GeoPackage at a path; null leaves it as it is.</param>
    /// <param name="answered">What the request is answered, asked for after both changes; kept with them or not at all. Null where nobody asks again.</param>
    /// <returns>What it has become.</returns>
    /// <exception cref="OfficeConflictException">It is another revision by now, or there is no such plan.</exception>
    OfficePlan ChangePlan(
        string plan, int? revision, Func<OfficePlan, OfficePlan> change, Action<string>? file = null, Func<OfficePlan, RequestRecord?>? answered = null);

    /// <summary>Plans that were made from other layers than the present ones, by id, and which of their areas the changes may touch.</summary>
    IReadOnlyList<StalePlan> StalePlans(CancellationToken cancel = default);

    /// <summary>Removes a plan.</summary>
    /// <exception cref="OfficeConflictException">It is another revision by now, or there is no such plan.</exception>
    void DeletePlan(string plan, int? revision);
}
