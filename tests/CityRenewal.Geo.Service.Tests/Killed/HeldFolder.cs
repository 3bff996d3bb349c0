using System.Diagnostics;
using System.Globalization;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Service.Tests.Killed;

/// <summary>An office in a folder. A trigger that counts for days holds whoever writes an answer, with the file locked.</summary>
internal sealed class HeldFolder : IHeldStore
{
    private const string Counting =
        "CREATE TRIGGER held BEFORE INSERT ON requests BEGIN SELECT (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000000000) SELECT max(n) FROM c); END";

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-held").FullName;

    public HeldFolder() => CityFile.Write(
        City, SampleCity.Of(new SampleOptions(1000, 7), null, default), new CityFileOptions { Name = "sample", BaselineYear = SampleOptions.BaselineYear }, null, default);

    public string Store => Path.Combine(_folder, "office");

    public string[] Further => ["--city", City];

    /// <summary>The city file.</summary>
    internal string City => Path.Combine(_folder, "sample.gpkg");

    private string RecordFile => Path.Combine(Store, "office.sqlite");

    public void Hold() => Sql(RecordFile, Counting);

    // Changes take milliseconds: who has the file for longer than that is held.
    public bool IsHeld() => Enumerable.Range(0, 4).All(_ =>
    {
        Thread.Sleep(50);
        return Run(RecordFile, "BEGIN IMMEDIATE; COMMIT").ExitCode != 0;
    });

    public void LetGo() => Sql(RecordFile, "DROP TRIGGER IF EXISTS held");

    public long Records(string sql) => long.Parse(Sql(RecordFile, sql), CultureInfo.InvariantCulture);

    public long Dispositions() => long.Parse(Sql(City, "SELECT count(*) FROM register_dispositions"), CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Sql(string file, string sql)
    {
        var (exit, output, complaint) = Run(file, sql, ".timeout 5000");
        Assert.True(exit == 0, $"{sql}: {complaint}");
        return output.Trim();
    }

    private static (int ExitCode, string Output, string Complaint) Run(string file, string sql, string before = ".timeout 0")
    {
        using var process = Process.Start(new ProcessStartInfo("sqlite3", ["-cmd", before, file, sql]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, complaint.Result);
    }
}
