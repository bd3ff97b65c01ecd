import type { components, operations } from './schema'

/** The bodies and answers of the API, as the committed OpenAPI document describes them. */
export type Schemas = components['schemas']
export type OperationId = keyof operations

export type Dispute = Schemas['DisputeView']
export type Party = Schemas['PartyView']
export type MediationCase = Schemas['CaseView']
export type Handover = Schemas['HandoverView']
export type Reference = Schemas['ReferenceView']
export type Session = Schemas['SessionView']
export type DisputeType = Schemas['DisputeType']
export type DisputeStatus = Schemas['DisputeStatus']
export type Risk = Schemas['Risk']
export type RiskLevel = Schemas['RiskLevel']
export type Tier = Schemas['Tier']
