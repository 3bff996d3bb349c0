using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Rows of the table of plans.</summary>
internal static class PlanRows
{
    private const string Columns = "id, title, state, revision, author, created, changed, data_version, layers_version, rule_pack, from_plan, areas, open_findings";

    internal static IReadOnlyList<OfficePlan> All(SqliteFile file, string city)
    {
        using var rows = file.Prepare($"SELECT {Columns} FROM plans WHERE city = ?1 ORDER BY id");
        rows.Bind(1, city);
        var plans = new List<OfficePlan>();
        while (rows.Step())
        {
            plans.Add(Read(rows));
        }

        return plans;
    }

    internal static OfficePlan? Find(SqliteFile file, string city, string plan)
    {
        using var rows = file.Prepare($"SELECT {Columns} FROM plans WHERE city = ?1 AND id = ?2");
        rows.Bind(1, city).Bind(2, plan);
        return rows.Step() ? Read(rows) : null;
    }

    /// <summary>Which of the numbered files of a plan is the plan's; 0 where there is no such plan.</summary>
    internal static int FileNumber(SqliteFile file, string city, string plan) =>
        (int)file.Scalar("SELECT file FROM plans WHERE city = ?1 AND id = ?2", city, plan);

    /// <summary>Keeps a plan with the number of its file: with this row another file becomes the plan's.</summary>
    internal static void Put(SqliteFile file, string city, OfficePlan plan, int number)
    {
        using var put = file.Prepare(
            $"INSERT OR REPLACE INTO plans (city, {Columns}, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
        put.Bind(1, city).Bind(2, plan.Id).Bind(3, plan.Title).Bind(4, (long)plan.State).Bind(5, plan.Revision).Bind(6, plan.Author)
            .Bind(7, RecordTimes.Write(plan.Created)).Bind(8, RecordTimes.Write(plan.Changed)).Bind(9, plan.DataVersion)
            .Bind(10, plan.LayersVersion).Bind(11, plan.RulePack).Bind(12, plan.From).Bind(13, plan.Areas).Bind(14, plan.OpenFindings).Bind(15, number);
        put.Run();
    }

    private static OfficePlan Read(SqliteStatement row) => new(row.Text(0), row.Text(1), (PlanState)row.Integer(2))
    {
        Revision = (int)row.Integer(3),
        Author = row.Text(4),
        Created = RecordTimes.Read(row.Text(5)),
        Changed = RecordTimes.Read(row.Text(6)),
        DataVersion = row.Text(7),
        LayersVersion = row.Text(8),
        RulePack = row.Text(9),
        From = row.Text(10),
        Areas = (int)row.Integer(11),
        OpenFindings = (int)row.Integer(12),
    };
}
