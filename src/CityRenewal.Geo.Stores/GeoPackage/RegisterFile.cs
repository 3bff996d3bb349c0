using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>The register that a city file keeps: read whole, and only ever added to. Every addition is all or nothing.</summary>
public static class RegisterFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The register; empty where none was begun.</summary>
    public static RenewalRegister Read(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        CitySchema.Check(file);
        return RegisterReading.Of(file);
    }

    /// <summary>Registers an area or project, an area with its frozen baseline.</summary>
    /// <param name="path">The city file.</param>
    /// <param name="entry">The entry with its first step; its claims are written where it has a disposition.</param>
    /// <param name="baseline">What stood on an area; null for a project.</param>
    /// <exception cref="RegisterRefusedException">Lists everything that is wrong; nothing was written.</exception>
    public static void Add(string path, RegisterEntry entry, AreaBaseline? baseline) => Change(path, Adding(entry, baseline));

    /// <summary>Moves an entry to its next state.</summary>
    /// <exception cref="RegisterRefusedException">The step is not allowed, or there is no such entry; nothing was written.</exception>
    public static void Move(string path, string id, RegisterStep step) => Change(path, Moving(id, step));

    /// <summary>Records what an entry demolishes; it takes the place of what was recorded before, which stays readable.</summary>
    /// <exception cref="RegisterRefusedException">There is no such entry, or no document is named; nothing was written.</exception>
    public static void Dispose(string path, string id, IReadOnlyList<DemolitionClaim> claims, (DateOnly Date, string Document) by) =>
        Change(path, Disposing(id, claims, by));

    /// <inheritdoc cref="Add"/>
    internal static Action<SqliteFile, RenewalRegister> Adding(RegisterEntry entry, AreaBaseline? baseline) => (file, register) =>
    {
        RegisterRefusedException.ThrowIfAny(RegisterChecks.OfNew(register, entry));
        RegisterWriting.Add(file, entry);
        if (baseline is not null)
        {
            RegisterWriting.Add(file, baseline);
        }

        if (entry.HasDisposition)
        {
            RegisterWriting.Add(file, entry.Id, entry.Claims, (entry.History[0].Date, entry.History[0].Document));
        }
    };

    /// <inheritdoc cref="Move"/>
    internal static Action<SqliteFile, RenewalRegister> Moving(string id, RegisterStep step) => (file, register) =>
    {
        var entry = Known(register, id);
        RegisterRefusedException.ThrowIfAny(RegisterChecks.OfStep(id, entry.History[^1], step));
        RegisterWriting.Add(file, id, entry.History.Count + 1, step);
    };

    /// <inheritdoc cref="Dispose"/>
    internal static Action<SqliteFile, RenewalRegister> Disposing(string id, IReadOnlyList<DemolitionClaim> claims, (DateOnly Date, string Document) by) => (file, register) =>
    {
        Known(register, id);
        RegisterRefusedException.ThrowIfAny(RegisterChecks.OfDocument(id, by.Document));
        RegisterWriting.Add(file, id, claims, by);
    };

    /// <summary>Changes a register, all or nothing.</summary>
    /// <param name="path">The city file.</param>
    /// <param name="change">Checks and makes the change, of the register as it is.</param>
    /// <param name="further">What else is done within the same transaction, afterwards; null is nothing.</param>
    internal static void Change(string path, Action<SqliteFile, RenewalRegister> change, Action<SqliteFile>? further = null)
    {
        using var file = SqliteFile.OpenToWrite(path, Patience);
        CitySchema.Check(file);
        file.Execute("BEGIN IMMEDIATE");
        CityMigrations.Apply(file);
        change(file, RegisterReading.Of(file));
        further?.Invoke(file);
        file.Execute("COMMIT");
    }

    private static RegisterEntry Known(RenewalRegister register, string id) => register.Find(id)
        ?? throw new RegisterRefusedException([RegisterChecks.Unknown(id)]);
}
