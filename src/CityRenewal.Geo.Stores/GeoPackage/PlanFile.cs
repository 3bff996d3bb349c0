using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Plans;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// A plan as a GeoPackage that QGIS opens styled: renewal areas with their measures, their parcels, what is proposed for
/// every building, under a rule pack every finding at its place, the parameters and notes, and the record of the run.
/// Geometry is in the system the city was delivered in.
/// </summary>
public static class PlanFile
{
    internal const string RunRecord = "run_record";

    /// <summary>Reads what a session edits of a plan: its areas by parcel, its dispositions, what it was asked for, and its edits.</summary>
    /// <exception cref="StoreException">The file is no plan.</exception>
    public static StoredPlan Read(string path) => PlanReading.Of(path, RunRecord);

    /// <summary>Writes a plan; the file appears under its name only when it is whole.</summary>
    /// <exception cref="StoreException">There is a file of that name that is no plan, or one with opinions that would be lost.</exception>
    public static void Write(string path, City city, PlanContent content, CancellationToken cancel = default)
    {
        RequireThatNoOpinionIsLost(path, content);
        var plan = content.Plan;
        new LayerFile("plan", RunRecord)
        {
            Layers = PlanLayers.Of(city, content),
            Tables =
            [
                PlanTables.Parameters(content, city),
                new("notes", "说明 Notes", ["code", "text", "text_chinese"],
                    plan.Notes.Select(note => (IReadOnlyList<string?>)[note.Code, note.Text, note.TextChinese])),
                .. StoredLimits.TableOf(content),
                .. content.Rules is { } pack ? RuleTables.Of(pack).Concat(EvidenceTables.Of(content.Findings, city)) : [],
                .. content.Edits.Count > 0 ? [PlanTables.Edits(content.Edits)] : Array.Empty<NamedTable>(),
                .. content.Opinions.Count > 0 ? [OpinionTable.Of(content.Opinions)] : Array.Empty<NamedTable>(),
                new(RunRecord, "运行记录 Run record", ["name", "value"], PlanTables.RunRecord(content, city)),
            ],
            Closing = content.Opinions.Count > 0 ? OpinionTable.Guards : [],
        }.Write(path, cancel);
    }

    // Opinions are never deleted, not by writing another plan in the place of theirs either.
    private static void RequireThatNoOpinionIsLost(string path, PlanContent content)
    {
        if (!File.Exists(path) || !PlanAreas.IsPlan(path))
        {
            return;
        }

        var there = PlanOpinions.Entries(path);
        if (there.Count > content.Opinions.Count || !there.SequenceEqual(content.Opinions.Take(there.Count)))
        {
            throw new StoreException(path, $"The plan of that name has {there.Count} opinions, which would be lost.", "Choose another name: opinions are never deleted.");
        }
    }
}
