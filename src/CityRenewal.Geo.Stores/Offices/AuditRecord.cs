namespace CityRenewal.Geo.Stores.Offices;

/// <summary>One call: who did what to what, and how it ended. Holds no content of the call.</summary>
/// <param name="Time">When it came.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Role">In which role.</param>
/// <param name="Method">The call.</param>
/// <param name="Resource">What it was about; empty where it names nothing.</param>
/// <param name="Status">How it ended, as gRPC names it.</param>
public sealed record AuditRecord(DateTimeOffset Time, string Caller, string Role, string Method, string Resource, string Status);
