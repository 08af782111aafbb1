import worker from '../../../src/worker.ts'

export default worker
