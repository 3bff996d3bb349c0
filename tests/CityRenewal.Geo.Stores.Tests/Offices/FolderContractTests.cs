namespace CityRenewal.Geo.Stores.Tests.Offices;

public sealed class FolderCityTests() : CityContract(new FolderHome());

public sealed class FolderLayerTests() : LayerContract(new FolderHome());

public sealed class FolderPlanTests() : PlanContract(new FolderHome());

public sealed class FolderRegisterTests() : RegisterContract(new FolderHome());

public sealed class FolderRecordTests() : RecordContract(new FolderHome());
